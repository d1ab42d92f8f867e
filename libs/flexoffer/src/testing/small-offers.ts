import fc from 'fast-check';
import { unitBounds } from '../feasibility/unit-bounds.js';
import type { EnergySet } from '../exact/energy-set.js';
import type { DependencyRow, EnergyBounds, FlexOffer, Slice } from '../flex-offer.js';
import { anOffer } from './an-offer.js';

/** What the specs of feasibility and conversion vary. */
export interface SmallOffer {
  readonly offer: FlexOffer;
  /** Durations inside the bounds of the slices; each slice with dependency rows lasts one interval. */
  readonly durations: readonly number[];
}

const bounds = (lower: number, width: number): EnergyBounds => ({ lowerWh: lower, upperWh: lower + width });

const smallBounds = fc
  .tuple(fc.integer({ min: -2, max: 2 }), fc.integer({ min: 0, max: 3 }))
  .map(([lower, width]) => bounds(lower, width));

const wideBounds = fc
  .tuple(fc.integer({ min: -6, max: 4 }), fc.integer({ min: 0, max: 8 }))
  .map(([lower, width]) => bounds(lower, width));

const row = (factors: readonly number[]): fc.Arbitrary<DependencyRow> =>
  fc.record({
    a: fc.constantFrom(...factors),
    b: fc.constantFrom(...factors),
    cWh: fc.oneof(fc.integer({ min: -1, max: 4 }), fc.double({ min: -1, max: 4, noNaN: true })),
  });

/** As near to binding at the middle of the bounds as the row was, so that most offers have feasible schedules. */
function aroundMiddle(slices: readonly Slice[]): Slice[] {
  let earlier = 0;
  return slices.map((slice) => {
    const before = earlier;
    const own = Math.floor((slice.lowerWh + slice.upperWh) / 2);
    earlier += own;
    if (slice.dependency === undefined) return slice;
    const dependency = slice.dependency.map(({ a, b, cWh }) => ({ a, b, cWh: cWh + a * before + b * own }));
    return { ...slice, dependency };
  });
}

/** Rows that bounds can say. */
const boundRow: fc.Arbitrary<DependencyRow> = row([0, 1, -1, 0.5]).map((any) =>
  any.a === 0 || any.b === 0 ? any : { ...any, a: any.b },
);

const smallSlice = (rows: fc.Arbitrary<DependencyRow>): fc.Arbitrary<Slice> =>
  fc
    .record({
      bounds: smallBounds,
      minDuration: fc.constantFrom(1, 1, 2),
      longer: fc.constantFrom(0, 0, 1),
      dependency: fc.option(fc.array(rows, { maxLength: 3 }), { nil: undefined }),
    })
    .map(({ bounds: own, minDuration, longer, dependency }) =>
      dependency === undefined
        ? { ...own, minDuration, maxDuration: minDuration + longer }
        : { ...own, minDuration: 1, maxDuration: 1, dependency },
    );

/** For specs: offers small enough to try all their schedules, of all kinds at once, also contradictory ones. */
export const smallOffer = (rows: 'general' | 'bounds'): fc.Arbitrary<SmallOffer> =>
  fc
    .record({
      slices: fc.array(smallSlice(rows === 'bounds' ? boundRow : row([1, -1, 0.5, -0.5, 2, -0.9, 0.1, 0])), {
        minLength: rows === 'bounds' ? 1 : 2,
        maxLength: 3,
      }),
      longer: fc.array(fc.nat(3), { minLength: 3, maxLength: 3 }),
      running: fc.option(fc.array(wideBounds, { minLength: 3, maxLength: 3 }), { nil: undefined, freq: 1 }),
      totalEnergy: fc.option(wideBounds, { nil: undefined, freq: 1 }),
      choice: fc.nat(1000),
      feasibleDefault: fc.constantFrom(true, true, false),
    })
    .map(({ slices: drawn, longer, running, totalEnergy, choice, feasibleDefault }) => {
      const slices = aroundMiddle(drawn);
      const offer = anOffer({
        slices,
        ...(running === undefined
          ? {}
          : { runningTotal: slices.map((_, slice) => running[slice] ?? bounds(0, 0)) }),
        ...(totalEnergy === undefined ? {} : { totalEnergy }),
      });
      const durations = slices.map(({ minDuration, maxDuration }, slice) =>
        Math.min(maxDuration, minDuration + (longer[slice] ?? 0)),
      );
      const energies = feasibleDefault ? allFeasible(offer) : allInUnits(offer);
      const energiesWh = energies[choice % Math.max(energies.length, 1)] ?? offer.defaultSchedule.energiesWh;
      return { offer: { ...offer, defaultSchedule: { start: offer.startAfter, energiesWh } }, durations };
    });

/** All energies of single intervals inside their own bounds. */
export function allInUnits(offer: FlexOffer, durations?: readonly number[]): number[][] {
  const { lowerWh, upperWh } = unitBounds(offer, durations);
  return lowerWh.reduce<number[][]>(
    (all, lower, unit) =>
      all.flatMap((energies) =>
        Array.from({ length: (upperWh[unit] ?? lower) - lower + 1 }, (_, more) => [
          ...energies,
          lower + more,
        ]),
      ),
    [[]],
  );
}

/** All feasible energies, by trying every one: the sums of the format, straight from its definition. */
export function allFeasible(offer: FlexOffer, durations?: readonly number[]): number[][] {
  const { slices, runningTotal, totalEnergy } = offer;
  const rows = slices.map(({ dependency }) =>
    (dependency ?? []).map(({ a, b, cWh }) => ({
      a,
      b,
      most: cWh + 0.001 * Math.max(1, Math.abs(a) + Math.abs(b)),
    })),
  );
  return allInUnits(offer, durations).filter((energies) => {
    let unit = 0;
    let sum = 0;
    for (let slice = 0; slice < slices.length; slice += 1) {
      const before = sum;
      const end = unit + (durations?.[slice] ?? slices[slice]?.minDuration ?? 0);
      for (; unit < end; unit += 1) sum += energies[unit] ?? 0;
      const own = sum - before;
      if (rows[slice]?.some(({ a, b, most }) => a * before + b * own > most) === true) return false;
      if (isOutside(runningTotal?.[slice], sum)) return false;
    }
    return !isOutside(totalEnergy, sum);
  });
}

function isOutside(limits: EnergyBounds | undefined, sum: number): boolean {
  return limits !== undefined && (sum < limits.lowerWh || sum > limits.upperWh);
}

/** Whether two lists hold the same energies, in whatever order. */
export function areSame(
  some: readonly (readonly number[])[],
  others: readonly (readonly number[])[],
): boolean {
  const known = new Set(some.map((energies) => energies.join()));
  return known.size === others.length && others.every((energies) => known.has(energies.join()));
}

/** Whether a set allows energies, straight from its definition. */
export function isMember(set: EnergySet, energies: readonly number[]): boolean {
  let sum = 0;
  return energies.every((energy, unit) => {
    sum += energy;
    const inInterval = (set.lowerWh[unit] ?? 0) <= energy && energy <= (set.upperWh[unit] ?? 0);
    return inInterval && (set.runningLowerWh[unit] ?? 0) <= sum && sum <= (set.runningUpperWh[unit] ?? 0);
  });
}
