import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { arbitraryRun, mirrored } from '../../test/arbitrary-run.js';
import { microOf } from '../money/decimal.js';
import type { Amount } from '../money/written-amount.js';
import type { ReportContent } from '../report/report-content.js';
import { settleParticipant, type SettlementInput } from '../report/settle-participant.js';
import { balances } from './balances.js';
import type { Posting } from './posting.js';
import { postings } from './postings.js';

const PARTIES = { operatorId: 'operator', aggregatorId: 'aggregator' };
const RUNS = { seed: 5, numRuns: 150 };

const reportsOf = (run: readonly SettlementInput[]): ReportContent[] => run.map(settleParticipant);
const ledgerOf = (reports: readonly ReportContent[]): Posting[] =>
  reports.flatMap((report) => postings(report, PARTIES));
const sum = (amounts: readonly (Amount | null)[]): bigint =>
  amounts.reduce((total, amount) => total + (amount === null ? 0n : microOf(amount)), 0n);
/** Nobody is told apart by the sign of a zero. */
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

describe('a whole run', () => {
  it('ST-05 sums to 0, and each payment does', () => {
    fc.assert(
      fc.property(arbitraryRun(), (run) => {
        reportsOf(run).forEach((report) => {
          const sets = new Map<string, bigint>();
          for (const { set, amount } of postings(report, PARTIES))
            sets.set(set, (sets.get(set) ?? 0n) + amount);
          expect([...sets.values()].filter((total) => total !== 0n)).toEqual([]);
        });
        const all = [...balances(ledgerOf(reportsOf(run))).values()];
        expect(all.reduce((total, balance) => total + balance, 0n)).toBe(0n);
      }),
      RUNS,
    );
  });

  it('ST-05 gives each party what the reports say: prosumers, buyers, aggregator and operator from one ledger', () => {
    fc.assert(
      fc.property(arbitraryRun(), (run) => {
        const reports = reportsOf(run);
        const of = balances(ledgerOf(reports));
        const lines = reports.flatMap((report) => report.lines);
        for (const { participantId, totals } of reports)
          expect(of.get(participantId) ?? 0n).toBe(microOf(totals.payable));
        for (const buyer of ['dso', 'brp']) {
          const own = lines.filter(({ buyerId }) => buyerId === buyer);
          const paid = sum(own.flatMap(({ grossAmount, transferAmount }) => [grossAmount, transferAmount]));
          expect(of.get(buyer) ?? 0n).toBe(sum(own.map(({ penalty }) => penalty)) - paid);
        }
        const onTop = sum(reports.flatMap(({ totals }) => [totals.rewards, totals.tax]));
        expect(of.get('aggregator') ?? 0n).toBe(sum(lines.map((line) => line.aggregatorAmount)) - onTop);
        const earned = lines.flatMap((line) => [line.operatorAmount, line.transferAmount]);
        expect(of.get('operator') ?? 0n).toBe(sum(earned));
      }),
      RUNS,
    );
  });

  it('ST-05 has totals that are the sums of their parts, to the last unit', () => {
    fc.assert(
      fc.property(arbitraryRun(), (run) => {
        for (const { lines, rewards, totals } of reportsOf(run)) {
          const parts = [...lines.map(({ amount }) => amount), ...rewards.map(({ amount }) => amount)];
          expect(microOf(totals.amount)).toBe(sum(parts));
          expect(microOf(totals.payable)).toBe(sum([totals.net, totals.tax]));
          expect(microOf(totals.net)).toBe(microOf(totals.amount) - sum(lines.map(({ penalty }) => penalty)));
          for (const { grossAmount, amount, aggregatorAmount, operatorAmount } of lines)
            expect(sum([amount, aggregatorAmount, operatorAmount])).toBe(sum([grossAmount]));
        }
      }),
      RUNS,
    );
  });

  it('ST-05 comes to the same money when every increase is a decrease', () => {
    fc.assert(
      fc.property(arbitraryRun(), (run) => {
        expect([...balances(ledgerOf(reportsOf(mirrored(run))))]).toEqual([
          ...balances(ledgerOf(reportsOf(run))),
        ]);
      }),
      RUNS,
    );
  });

  it('ST-05 pays nothing for energy that was not delivered, in direct and in delegated trading', () => {
    fc.assert(
      fc.property(arbitraryRun(), (run) => {
        const idle = run.map((settlement) => ({
          ...settlement,
          // One direction: orders against each other cancel at the meter, and doing nothing delivers both.
          deliveries: settlement.deliveries.map((each) => ({ ...each, orderedWh: Math.abs(each.orderedWh) })),
          baselineWh: () => ({ ok: true as const, baselineWh: 500 }),
          actualWh: () => 500,
        }));
        for (const { lines, rewards } of reportsOf(idle)) {
          expect(sum(lines.flatMap((line) => [line.grossAmount, line.amount, line.transferAmount]))).toBe(0n);
          const activation = rewards.filter(({ reward }) => reward.startsWith('activation'));
          expect(sum(activation.map(({ amount }) => amount))).toBe(0n);
        }
      }),
      RUNS,
    );
  });

  it('ST-05 pays nothing for more than was ordered, and fines nobody for it', () => {
    fc.assert(
      fc.property(arbitraryRun(), fc.integer({ min: 0, max: 5000 }), (run, tooMuchWh) => {
        const asOrdered = (moreWh: number): SettlementInput[] =>
          run.map((settlement) => {
            const deliveries = settlement.deliveries.map((each) => ({
              ...each,
              orderedWh: Math.abs(each.orderedWh),
            }));
            const ordered = (interval: number): number =>
              deliveries.reduce(
                (total, each) => total + (each.interval === interval ? each.orderedWh : 0),
                0,
              );
            return {
              ...settlement,
              deliveries,
              baselineWh: () => ({ ok: true as const, baselineWh: 500 }),
              actualWh: (interval) => 500 - ordered(interval) - moreWh,
            };
          });
        const money = (moreWh: number): unknown => {
          const reports = reportsOf(asOrdered(moreWh));
          expect(sum(reports.map(({ totals }) => totals.penalty))).toBe(0n);
          return plain(reports.map(({ totals, rewards }) => ({ totals, rewards })));
        };
        expect(money(tooMuchWh)).toEqual(money(0));
      }),
      RUNS,
    );
  });
});
