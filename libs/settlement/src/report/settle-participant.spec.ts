import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { CONTRACT, TEN_O_CLOCK, arbitrarySettlement, tradedDelivery } from '../../test/arbitraries.js';
import { amountMicro } from '../money/amount.js';
import { microOf } from '../money/decimal.js';
import type { SettlementInput } from './settle-participant.js';
import { settleParticipant } from './settle-participant.js';

const input = (changes: Partial<SettlementInput>): SettlementInput => ({
  from: TEN_O_CLOCK,
  to: TEN_O_CLOCK + 96,
  contract: CONTRACT,
  deliveries: [tradedDelivery({})],
  actualWh: () => 9000,
  baselineWh: () => ({ ok: true, baselineWh: 10_000 }),
  ...changes,
});

describe('settleParticipant', () => {
  it('ST-05 writes every figure of a half delivered order', () => {
    expect(settleParticipant(input({}))).toEqual({
      participantId: 'home-7',
      contractId: 'contract-7',
      contractVersion: 2,
      currency: 'CHF',
      from: '2024-01-15T10:00:00Z',
      to: '2024-01-16T10:00:00Z',
      lines: [
        {
          tradeId: 'trade-1',
          flexOfferId: 'offer-1',
          buyerId: 'dso',
          sellerId: 'aggregator',
          intervalStart: '2024-01-15T10:00:00Z',
          baselineWh: 10_000,
          scheduledWh: 8000,
          actualWh: 9000,
          orderedWh: 2000,
          deliveredWh: 1000,
          deficiencyWh: 1000,
          price: '7.000000',
          grossAmount: '7.000000',
          amount: '4.900000',
          aggregatorAmount: '1.400000',
          operatorAmount: '0.700000',
          transferAmount: '0.000000',
          penalty: '11.000000',
        },
      ],
      rewards: [],
      totals: {
        grossAmount: '7.000000',
        amount: '4.900000',
        rewards: '0.000000',
        penalty: '11.000000',
        net: '-6.100000',
        tax: '0.000000',
        payable: '-6.100000',
      },
    });
  });

  it.each([
    [undefined, 7_000_000, '11.000000'],
    [1_000_000, 7_000_000, '11.000000'],
    [500_000, 7_000_000, '7.000000'],
    [0, 7_000_000, '0.000000'],
    [500_000, -7_000_000, '0.000000'],
  ])(
    'ST-05 caps a penalty at %s parts per million of the whole order at a price of %d',
    (cap, price, penalty) => {
      const contract = cap === undefined ? CONTRACT : { ...CONTRACT, penaltyCap: cap };
      const deliveries = [tradedDelivery({ price })];
      expect(settleParticipant(input({ contract, deliveries })).totals).toMatchObject({ penalty });
    },
  );

  it('ST-05 changes nothing but penalties by a cap, and those to the lesser of both', () => {
    fc.assert(
      fc.property(arbitrarySettlement(), (settlement) => {
        const { penaltyCap = 0, ...contract } = settlement.contract;
        const free = settleParticipant({ ...settlement, contract });
        const capped = settleParticipant({ ...settlement, contract: { ...contract, penaltyCap } });
        capped.lines.forEach(({ penalty, ...line }, index) => {
          const { penalty: whole, ...same } = free.lines[index]!;
          expect(line).toEqual(same);
          expect(penalty === null).toBe(whole === null);
          if (penalty === null || whole === null) return;
          const earned = amountMicro(Math.abs(line.orderedWh), microOf(line.price));
          expect(microOf(penalty) <= microOf(whole)).toBe(true);
          const excess = microOf(penalty) * 1_000_000n - (earned > 0n ? earned : 0n) * BigInt(penaltyCap);
          expect(excess <= 500_000n).toBe(true);
        });
      }),
      { seed: 42, numRuns: 300 },
    );
  });

  it('ST-06 says that a meter value is missing and pays nothing for it', () => {
    const { lines, totals } = settleParticipant(input({ actualWh: () => undefined }));
    expect(lines[0]).toMatchObject({
      missing: 'meter value',
      baselineWh: 10_000,
      scheduledWh: 8000,
      actualWh: null,
      deliveredWh: null,
      deficiencyWh: null,
      grossAmount: null,
      amount: null,
      penalty: null,
    });
    expect(totals).toEqual({
      grossAmount: '0.000000',
      amount: '0.000000',
      rewards: '0.000000',
      penalty: '0.000000',
      net: '0.000000',
      tax: '0.000000',
      payable: '0.000000',
    });
  });

  it('ST-06 says why there is no baseline, and names both if both are missing', () => {
    const baselineWh = () => ({ ok: false, reason: 'insufficient-days' }) as const;
    expect(settleParticipant(input({ baselineWh })).lines[0]).toMatchObject({
      missing: 'baseline: insufficient-days',
      baselineWh: null,
      scheduledWh: null,
      actualWh: 9000,
      amount: null,
    });
    expect(settleParticipant(input({ baselineWh, actualWh: () => undefined })).lines[0]).toMatchObject({
      missing: 'meter value; baseline: insufficient-days',
    });
  });

  it('ST-05 tolerates a deficiency of the participant in the interval, not of each of its orders', () => {
    const deliveries = [tradedDelivery({ tradeId: 'a' }), tradedDelivery({ tradeId: 'b' })];
    const settle = (actualWh: number, toleranceWh: number) =>
      settleParticipant(
        input({ deliveries, actualWh: () => actualWh, contract: { ...CONTRACT, toleranceWh } }),
      ).lines.map(({ deficiencyWh, penalty }) => [deficiencyWh, penalty]);
    expect(settle(6100, 100)).toEqual([
      [0, '0.000000'],
      [100, '0.000000'],
    ]);
    // Nothing is realised: 2000 Wh lack in each order, 4000 in all
    expect(settle(10_000, 2000)).toEqual([
      [2000, '22.000000'],
      [2000, '22.000000'],
    ]);
  });

  it('ST-05 settles only what lies in the period, in the order of time and trades', () => {
    const deliveries = [
      tradedDelivery({ interval: TEN_O_CLOCK + 95 }),
      tradedDelivery({ interval: TEN_O_CLOCK + 96 }),
      tradedDelivery({ interval: TEN_O_CLOCK - 1 }),
      tradedDelivery({ tradeId: 'trade-2', flexOfferId: 'b' }),
      tradedDelivery({ tradeId: 'trade-2', flexOfferId: 'a' }),
      tradedDelivery({}),
    ];
    const { lines } = settleParticipant(input({ deliveries }));
    expect(lines.map((line) => [line.intervalStart, line.tradeId, line.flexOfferId])).toEqual([
      ['2024-01-15T10:00:00Z', 'trade-1', 'offer-1'],
      ['2024-01-15T10:00:00Z', 'trade-2', 'a'],
      ['2024-01-15T10:00:00Z', 'trade-2', 'b'],
      ['2024-01-16T09:45:00Z', 'trade-1', 'offer-1'],
    ]);
  });

  it('ST-05 does not depend on the order of the deliveries', () => {
    fc.assert(
      fc.property(arbitrarySettlement(), (settlement) => {
        const reversed = { ...settlement, deliveries: settlement.deliveries.toReversed() };
        expect(settleParticipant(reversed)).toEqual(settleParticipant(settlement));
      }),
      { seed: 42, numRuns: 200 },
    );
  });

  it('ST-05 pays the delivered energy, and no line without delivered energy', () => {
    fc.assert(
      fc.property(arbitrarySettlement(), (settlement) => {
        const prices = new Map(
          settlement.deliveries.map((one) => [
            `${one.tradeId} ${one.flexOfferId} ${one.interval}`,
            one.price,
          ]),
        );
        for (const line of settleParticipant(settlement).lines) {
          const interval = Date.parse(line.intervalStart) / 900_000;
          const price = prices.get(`${line.tradeId} ${line.flexOfferId} ${interval}`) ?? Number.NaN;
          if (line.grossAmount === null) expect(line.deliveredWh).toBeNull();
          else expect(microOf(line.grossAmount)).toBe(amountMicro(Math.abs(line.deliveredWh ?? 0), price));
          if (line.deliveredWh === 0)
            expect([line.grossAmount, line.amount]).toEqual(['0.000000', '0.000000']);
        }
      }),
      { seed: 42, numRuns: 200 },
    );
  });
});
