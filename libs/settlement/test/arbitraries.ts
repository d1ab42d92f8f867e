import fc from 'fast-check';
import { intervalOf } from '#flexoffer';
import type { SettlementContract, SettlementInput, Share, TradedDelivery } from '../src/index.js';

/** One to five parties whose shares sum to a million. */
export function arbitraryShares(): fc.Arbitrary<Share[]> {
  return fc.uniqueArray(fc.integer({ min: 0, max: 1_000_000 }), { maxLength: 4 }).map((cuts) => {
    const bounds = [0, ...cuts.toSorted((a, b) => a - b), 1_000_000];
    return bounds
      .slice(1)
      .map((bound, index) => ({ party: `party-${index}`, share: bound - (bounds[index] ?? 0) }));
  });
}

export function arbitraryContract(): fc.Arbitrary<SettlementContract> {
  const cuts = fc.tuple(fc.integer({ min: 0, max: 1_000_000 }), fc.integer({ min: 0, max: 1_000_000 }));
  return fc
    .record({
      cuts,
      penaltyPerKwh: fc.integer({ min: 0, max: 900_001 }),
      toleranceWh: fc.integer({ min: 0, max: 50 }),
      penaltyCap: fc.option(fc.integer({ min: 0, max: 3_000_001 }), { nil: undefined }),
    })
    .map(({ cuts: [a, b], penaltyPerKwh, toleranceWh, penaltyCap }) => {
      const [low, high] = a < b ? [a, b] : [b, a];
      const shares = { prosumer: low, aggregator: high - low, operator: 1_000_000 - high };
      const capped = penaltyCap === undefined ? {} : { penaltyCap };
      return { ...CONTRACT, penaltyPerKwh, toleranceWh, shares, ...capped };
    });
}

export const CONTRACT: SettlementContract = {
  id: 'contract-7',
  version: 2,
  participantId: 'home-7',
  currency: 'CHF',
  baselineMethod: 'mid-8-of-10',
  penaltyPerKwh: 11_000_000,
  toleranceWh: 0,
  shares: { prosumer: 700_000, aggregator: 200_000, operator: 100_000 },
};

/** 15 January 2024, 10:00 UTC. */
export const TEN_O_CLOCK = intervalOf(Date.parse('2024-01-15T10:00:00Z'));

export function tradedDelivery(changes: Partial<TradedDelivery>): TradedDelivery {
  return {
    tradeId: 'trade-1',
    flexOfferId: 'offer-1',
    participantId: CONTRACT.participantId,
    interval: TEN_O_CLOCK,
    orderedWh: 2000,
    defaultWh: 3000,
    scheduledWh: 1000,
    price: 7_000_000,
    transferPrice: 0,
    buyerId: 'dso',
    sellerId: 'aggregator',
    ...changes,
  };
}

function arbitraryDeliveries(): fc.Arbitrary<TradedDelivery[]> {
  const delivery = fc.record({
    tradeId: fc.constantFrom('t1', 't2', 't3'),
    flexOfferId: fc.constantFrom('f1', 'f2'),
    interval: fc.integer({ min: TEN_O_CLOCK, max: TEN_O_CLOCK + 3 }),
    orderedWh: fc.integer({ min: -3000, max: 3000 }),
    price: fc.integer({ min: -50_000, max: 400_001 }),
    buyerId: fc.constantFrom('dso', 'brp'),
  });
  const selector = ({
    tradeId,
    flexOfferId,
    interval,
  }: {
    tradeId: string;
    flexOfferId: string;
    interval: number;
  }) => `${tradeId} ${flexOfferId} ${interval}`;
  return fc.uniqueArray(delivery, { maxLength: 12, selector }).map((all) => all.map(tradedDelivery));
}

/** Deliveries in four intervals, of which any meter value or baseline may be missing. */
export function arbitrarySettlement(): fc.Arbitrary<SettlementInput> {
  const fourEnergies = fc.array(fc.option(fc.integer({ min: -6000, max: 6000 }), { nil: undefined }), {
    minLength: 4,
    maxLength: 4,
  });
  return fc
    .record({
      contract: arbitraryContract(),
      deliveries: arbitraryDeliveries(),
      actual: fourEnergies,
      baseline: fourEnergies,
    })
    .map(({ contract, deliveries, actual, baseline }) => ({
      from: TEN_O_CLOCK,
      to: TEN_O_CLOCK + 4,
      contract,
      deliveries,
      actualWh: (interval) => actual[interval - TEN_O_CLOCK],
      baselineWh: (interval) => {
        const baselineWh = baseline[interval - TEN_O_CLOCK];
        return baselineWh === undefined
          ? { ok: false, reason: 'insufficient-days' }
          : { ok: true, baselineWh };
      },
    }));
}
