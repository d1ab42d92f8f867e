import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { CONTRACT, TEN_O_CLOCK, arbitrarySettlement, tradedDelivery } from '../../test/arbitraries.js';
import { microOf } from '../money/decimal.js';
import { settleParticipant } from '../report/settle-participant.js';
import { balances } from './balances.js';
import type { Posting } from './posting.js';
import { postings } from './postings.js';

const PARTIES = { operatorId: 'operator', aggregatorId: 'aggregator' };

function setSums(all: readonly Posting[]): Map<string, bigint> {
  const sums = new Map<string, bigint>();
  for (const { set, amount } of all) sums.set(set, (sums.get(set) ?? 0n) + amount);
  return sums;
}

describe('postings', () => {
  it('ST-05 books energy from the buyer by shares, and the penalty to the buyer in full', () => {
    const report = settleParticipant({
      from: TEN_O_CLOCK,
      to: TEN_O_CLOCK + 1,
      contract: CONTRACT,
      deliveries: [tradedDelivery({})],
      actualWh: () => 9000,
      baselineWh: () => ({ ok: true, baselineWh: 10_000 }),
    });
    expect(postings(report, PARTIES).map(({ kind, party, amount }) => [kind, party, amount])).toEqual([
      ['energy', 'dso', -7_000_000n],
      ['energy', 'home-7', 4_900_000n],
      ['energy', 'aggregator', 1_400_000n],
      ['energy', 'operator', 700_000n],
      ['penalty', 'home-7', -11_000_000n],
      ['penalty', 'dso', 11_000_000n],
    ]);
    expect([...balances(postings(report, PARTIES))]).toEqual([
      ['aggregator', 1_400_000n],
      ['dso', 4_000_000n],
      ['home-7', -6_100_000n],
      ['operator', 700_000n],
    ]);
  });

  it('ST-05 every set of postings and all balances sum to 0, over arbitrary settlements', () => {
    fc.assert(
      fc.property(fc.array(arbitrarySettlement(), { maxLength: 4 }), (settlements) => {
        const ledger = settlements.flatMap((one) => postings(settleParticipant(one), PARTIES));
        expect([...setSums(ledger).values()].filter((sum) => sum !== 0n)).toEqual([]);
        expect([...balances(ledger).values()].reduce((sum, balance) => sum + balance, 0n)).toBe(0n);
        expect(ledger.filter(({ amount }) => amount === 0n)).toEqual([]);
      }),
      { seed: 42, numRuns: 200 },
    );
  });

  it("ST-05 the prosumer's balance is the report's net, exactly", () => {
    fc.assert(
      fc.property(arbitrarySettlement(), (settlement) => {
        const report = settleParticipant(settlement);
        const ledger = postings(report, PARTIES);
        expect(balances(ledger).get('home-7') ?? 0n).toBe(microOf(report.totals.net));
        const paid = balances(ledger.filter(({ kind }) => kind === 'energy'));
        const buyers = (paid.get('dso') ?? 0n) + (paid.get('brp') ?? 0n);
        expect(-buyers).toBe(microOf(report.totals.grossAmount));
      }),
      { seed: 42, numRuns: 200 },
    );
  });

  it('MK-06 books the transfer of what was delivered from the buyer to the operator', () => {
    const report = settleParticipant({
      from: TEN_O_CLOCK,
      to: TEN_O_CLOCK + 1,
      contract: CONTRACT,
      deliveries: [tradedDelivery({ price: 0, transferPrice: 30_000 })],
      actualWh: () => 9000,
      baselineWh: () => ({ ok: true, baselineWh: 10_000 }),
    });
    const ledger = postings(report, PARTIES).filter(({ kind }) => kind === 'transfer');
    expect(ledger.map(({ party, amount }) => [party, amount])).toEqual([
      ['dso', -30_000n],
      ['operator', 30_000n],
    ]);
  });

  it('ST-05 a party in two roles still balances', () => {
    const report = settleParticipant({
      from: TEN_O_CLOCK,
      to: TEN_O_CLOCK + 1,
      contract: CONTRACT,
      deliveries: [tradedDelivery({ buyerId: 'operator', sellerId: 'operator' })],
      actualWh: () => 8000,
      baselineWh: () => ({ ok: true, baselineWh: 10_000 }),
    });
    expect([...balances(postings(report, PARTIES))]).toEqual([
      ['home-7', 9_800_000n],
      ['operator', -9_800_000n],
    ]);
  });
});
