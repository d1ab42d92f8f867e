import { describe, expect, it } from '@jest/globals';
import { formatInstant, instantOf, intervalOf } from '#flexoffer';
import type { ReportLine } from '#settlement';
import type { Report } from '../report.entity.js';
import { intervalEnergies, runsOf } from './interval-energies.js';
import { paperReport } from './paper-report.js';
import { periodSums } from './period-sums.js';

const FIRST = intervalOf(Date.parse('2026-01-15T22:30:00Z'));
const ZONE = 'Europe/Luxembourg';

function line(offset: number, changes: Partial<ReportLine> = {}): ReportLine {
  return {
    tradeId: `t${offset}`,
    flexOfferId: 'heat-pump',
    buyerId: 'dso',
    sellerId: 'house',
    intervalStart: formatInstant(instantOf(FIRST + offset)),
    baselineWh: 900,
    scheduledWh: 700,
    actualWh: 650,
    orderedWh: 200,
    deliveredWh: 200,
    deficiencyWh: 0,
    price: '0.080000',
    grossAmount: '0.016000',
    amount: '0.012800',
    aggregatorAmount: '0.002000',
    operatorAmount: '0.001200',
    transferAmount: '0.000000',
    penalty: '0.000000',
    ...changes,
  };
}

function report(lines: readonly ReportLine[]): Report {
  const totals = {
    grossAmount: '0.016000',
    amount: '0.012800',
    rewards: '0.000000',
    penalty: '0.000000',
    net: '0.012800',
    tax: '0.000000',
    payable: '0.012800',
  };
  const period = { from: FIRST, to: FIRST + 96 };
  return {
    ...{ reportId: 'rp-1', runId: 'run-1', version: 1, participantId: 'house', meterId: 'm1', zone: 'z.a' },
    ...period,
    knownAt: Date.parse('2026-01-20T00:00:00Z'),
    summary: { currency: 'EUR', totals, lines: lines.length, missingLines: 0 },
    content: {
      ...{ participantId: 'house', contractId: 'c1', contractVersion: 2, currency: 'EUR' },
      from: formatInstant(instantOf(period.from)),
      to: formatInstant(instantOf(period.to)),
      lines,
      rewards: [],
      totals,
      evidenceHash: 'ab'.repeat(32),
    },
    evidence: '{}',
    evidenceHash: 'ab'.repeat(32),
    codeVersion: '0.1.0',
    operatorId: 'operator',
    aggregatorId: 'aggregator',
  };
}

const pagesOf = (pdf: Buffer): number => pdf.toString('latin1').match(/\/Type \/Page\n/g)?.length ?? 0;

describe('the report on paper', () => {
  it('ST-06 is one page with the same bytes each time, also with nothing traded and with a month of trades', async () => {
    const month = Array.from({ length: 31 * 96 }, (_, offset) => line(offset, { tradeId: `t${offset}` }));
    for (const lines of [[], [line(0), line(1), line(7, { actualWh: null, deliveredWh: null })], month]) {
      const [once, again] = await Promise.all([
        paperReport(report(lines), ZONE),
        paperReport(report(lines), ZONE),
      ]);
      expect(once.subarray(0, 5).toString()).toBe('%PDF-');
      expect(pagesOf(once)).toBe(1);
      expect(again).toEqual(once);
    }
  });

  it('ST-06 shows what all FlexOffers behind a meter do together', () => {
    const lines = [line(0), line(0, { flexOfferId: 'car', scheduledWh: 1000 }), line(2), line(3)];
    const energies = intervalEnergies(lines);
    expect(energies[0]).toEqual({ interval: FIRST, baselineWh: 900, scheduledWh: 800, actualWh: 650 });
    expect(runsOf(energies).map((run) => run.length)).toEqual([1, 2]);
  });

  it('ST-06 sums by local day, by month where there are many, and says what is not known', () => {
    const unknown = { deliveredWh: null, amount: null, penalty: null, missing: 'meter value' };
    const sums = periodSums([line(0), line(1, unknown), line(2)], ZONE);
    expect(sums).toMatchObject([
      { period: '2026-01-15', orderedWh: 400, deliveredWh: 200, amount: '0.012800', missing: 1 },
      { period: '2026-01-16', orderedWh: 200, deliveredWh: 200, amount: '0.012800', missing: 0 },
    ]);
    const long = Array.from({ length: 40 }, (_, day) => line(96 * day));
    expect(periodSums(long, ZONE).map(({ period }) => period)).toEqual(['2026-01', '2026-02']);
  });
});
