import fc from 'fast-check';
import type { ContractRewards, RewardFacts, SettlementInput } from '../src/index.js';
import { TEN_O_CLOCK, arbitrarySettlement } from './arbitraries.js';

const price = fc.integer({ min: 0, max: 300_001 });

function arbitraryRewards(): fc.Arbitrary<ContractRewards> {
  return fc.record({
    fixedPerMonth: price,
    energyFlexPerKwh: price,
    timeFlexPerInterval: price,
    activationFixed: price,
    activationPerKwh: price,
    activationPerStartInterval: price,
  });
}

function arbitraryRewardFacts(): fc.Arbitrary<RewardFacts> {
  const offer = fc.record({
    flexOfferId: fc.constantFrom('f1', 'f2', 'f3'),
    interval: fc.integer({ min: TEN_O_CLOCK, max: TEN_O_CLOCK + 3 }),
    energyFlexWh: fc.integer({ min: 0, max: 9999 }),
    timeFlexIntervals: fc.integer({ min: 0, max: 20 }),
    startShiftIntervals: fc.option(fc.integer({ min: 0, max: 20 })),
  });
  return fc.record({
    months: fc
      .option(fc.integer({ min: 1, max: 31 }))
      .map((days) => (days === null ? [] : [{ month: '2024-01', days }])),
    offers: fc.uniqueArray(offer, { maxLength: 3, selector: ({ flexOfferId }) => flexOfferId }),
  });
}

/** Settlements of one to four participants, some of whom have delegated their trading. */
export function arbitraryRun(): fc.Arbitrary<SettlementInput[]> {
  const one = fc.record({
    settlement: arbitrarySettlement(),
    taxRate: fc.constantFrom(0, 81_000, 170_001),
    delegated: fc.option(fc.record({ terms: arbitraryRewards(), facts: arbitraryRewardFacts() })),
  });
  return fc.array(one, { minLength: 1, maxLength: 4 }).map((run) =>
    run.map(({ settlement, taxRate, delegated }, index) => {
      const participantId = `home-${index}`;
      const deliveries = settlement.deliveries.map((delivery) => ({ ...delivery, participantId }));
      const contract = { ...settlement.contract, participantId, taxRate };
      if (delegated === null) return { ...settlement, contract, deliveries };
      const { terms, facts } = delegated;
      return { ...settlement, contract: { ...contract, rewards: terms }, deliveries, rewards: facts };
    }),
  );
}

/** The same run with consumption for production: what was less is more. */
export function mirrored(run: readonly SettlementInput[]): SettlementInput[] {
  return run.map((settlement) => ({
    ...settlement,
    deliveries: settlement.deliveries.map((delivery) => ({
      ...delivery,
      orderedWh: 0 - delivery.orderedWh,
      defaultWh: 0 - delivery.defaultWh,
      scheduledWh: 0 - delivery.scheduledWh,
    })),
    actualWh: (interval) => {
      const actual = settlement.actualWh(interval);
      return actual === undefined ? undefined : 0 - actual;
    },
    baselineWh: (interval) => {
      const baseline = settlement.baselineWh(interval);
      return baseline.ok ? { ok: true, baselineWh: 0 - baseline.baselineWh } : baseline;
    },
  }));
}
