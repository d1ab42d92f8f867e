import type { AskedPrice, EnergySet } from '#flexoffer';
import fc from 'fast-check';
import type { ObjectiveTerm, Series } from '../objective/objective.js';
import type { PlanningPart, PlanningProblem, PlanningUnit } from '../planning-problem.js';

/** How large the problems of a spec are. */
export interface ProblemSize {
  readonly units: number;
  readonly starts: number;
  readonly length: number;
  /** Energies lie between minus and plus this. */
  readonly energyWh: number;
  readonly totals: boolean;
}

const FIRST_INTERVAL = 1_964_000;

const price: fc.Arbitrary<AskedPrice> = fc
  .tuple(fc.integer({ min: -5, max: 9 }), fc.constantFrom(0, 0, 3, 8))
  .map(([up, more]) => ({ up, down: more - up }));

function arbitrarySet({ length, energyWh, totals }: ProblemSize): fc.Arbitrary<EnergySet> {
  const unit = fc.record({
    energy: fc.integer({ min: -energyWh, max: energyWh }),
    below: fc.integer({ min: 0, max: energyWh }),
    above: fc.integer({ min: 0, max: energyWh }),
    runningBelow: fc.constantFrom(0, 1, Infinity),
    runningAbove: fc.constantFrom(0, 1, Infinity),
  });
  return fc
    .tuple(fc.array(unit, { minLength: 1, maxLength: length }), totals ? fc.nat(2) : fc.constant(0))
    .map(([units, kind]) => {
      let sum = 0;
      const running = units.map(({ energy }) => (sum += energy));
      const isBound = (index: number): boolean => kind === 2 || (kind === 1 && index === units.length - 1);
      return {
        lowerWh: Float64Array.from(units, ({ energy, below }) => energy - below),
        upperWh: Float64Array.from(units, ({ energy, above }) => energy + above),
        runningLowerWh: Float64Array.from(units, ({ runningBelow }, index) =>
          isBound(index) ? running[index]! - runningBelow : -Infinity,
        ),
        runningUpperWh: Float64Array.from(units, ({ runningAbove }, index) =>
          isBound(index) ? running[index]! + runningAbove : Infinity,
        ),
      };
    });
}

function arbitraryPart(size: ProblemSize): fc.Arbitrary<PlanningPart> {
  return fc
    .record({
      set: arbitrarySet(size),
      offsetIntervals: fc.constantFrom(0, 0, 1),
      prices: fc.array(price, { minLength: size.length, maxLength: size.length }),
      priceKind: fc.constantFrom('none', 'one', 'each'),
      defaultStart: fc.integer({ min: 0, max: size.starts }),
      defaultWh: fc.array(fc.integer({ min: -size.energyWh, max: size.energyWh }), {
        maxLength: size.length,
      }),
    })
    .map(({ set, offsetIntervals, prices, priceKind, defaultStart, defaultWh }) => ({
      set,
      offsetIntervals,
      defaultSchedule: { start: FIRST_INTERVAL + defaultStart, energiesWh: defaultWh },
      ...(priceKind === 'none' ? {} : { price: priceKind === 'one' ? prices[0]! : prices }),
    }));
}

function arbitraryUnit(size: ProblemSize): fc.Arbitrary<Omit<PlanningUnit, 'id'>> {
  return fc.record({
    starts: fc
      .uniqueArray(fc.integer({ min: 0, max: 2 * size.starts }), { minLength: 1, maxLength: size.starts })
      .map((starts) => starts.map((start) => FIRST_INTERVAL + start)),
    parts: fc.array(arbitraryPart(size), { minLength: 1, maxLength: size.totals ? 2 : 1 }),
  });
}

function arbitraryTerm({ units, starts, length, energyWh }: ProblemSize): fc.Arbitrary<ObjectiveTerm> {
  const series = (least: number, most: number): fc.Arbitrary<Series> =>
    fc.record({
      firstInterval: fc.integer({ min: FIRST_INTERVAL - 1, max: FIRST_INTERVAL + 1 }),
      values: fc.array(fc.integer({ min: least, max: most }), { maxLength: 2 * starts + length }),
    });
  const total = units * energyWh;
  return fc.oneof(
    fc.record({
      kind: fc.constant('follow-target' as const),
      targetWh: series(-total, total),
      over: fc.nat(10),
      under: fc.nat(10),
    }),
    fc.record({ kind: fc.constant('least-cost' as const), prices: series(-5, 10) }),
    fc.record({
      kind: fc.constant('balance' as const),
      targetWh: series(-total, total),
      weight: fc.constantFrom(0.5, 1, 2),
    }),
    fc.record({ kind: fc.constant('peak-limit' as const), mostWh: fc.nat(total), penalty: fc.nat(10) }),
    fc.record({
      kind: fc.constant('peak-limit' as const),
      mostWh: fc.nat(total),
      leastWh: fc.integer({ min: -total, max: 0 }),
      penalty: fc.nat(10),
    }),
  );
}

/** For specs: every objective, alone and together, and units of every kind. */
export function arbitraryPlanningProblem(size: ProblemSize): fc.Arbitrary<PlanningProblem> {
  return fc
    .record({
      units: fc.array(arbitraryUnit(size), { maxLength: size.units }),
      objective: fc.array(arbitraryTerm(size), { minLength: 1, maxLength: 2 }),
    })
    .map(({ units, objective }) => ({
      objective,
      units: units.map((unit, index) => ({ id: `u${index}`, ...unit })),
    }));
}
