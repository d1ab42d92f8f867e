import fc from 'fast-check';
import type { EnergySet } from '../exact/energy-set.js';
import type { ExactMember } from '../exact/exact-member.js';

/** For specs of exact sets: bounds as plain arrays; totals where given. */
export function energySet(
  lower: readonly number[],
  upper: readonly number[],
  total: readonly [number, number] = [-Infinity, Infinity],
): EnergySet {
  const last = lower.length - 1;
  return {
    lowerWh: Float64Array.from(lower),
    upperWh: Float64Array.from(upper),
    runningLowerWh: Float64Array.from(lower, (_, unit) => (unit === last ? total[0] : -Infinity)),
    runningUpperWh: Float64Array.from(lower, (_, unit) => (unit === last ? total[1] : Infinity)),
  };
}

interface Unit {
  readonly energy: number;
  readonly below: number;
  readonly above: number;
  readonly runningBelow: number;
  readonly runningAbove: number;
  readonly price: { readonly up: number; readonly down: number };
}

/** For specs: a set with a feasible profile inside it, of kind 1 (intervals only), 2 (a total too) or 3 (running totals). */
function setAround(units: readonly Unit[], kind: number): EnergySet {
  let running = 0;
  const totals = units.map(({ energy }) => (running += energy));
  const bound = (unit: number, slack: number, sign: number): number =>
    kind === 3 || (kind === 2 && unit === units.length - 1) ? totals[unit]! + sign * slack : sign * Infinity;
  return {
    lowerWh: Float64Array.from(units, ({ energy, below }) => energy - below),
    upperWh: Float64Array.from(units, ({ energy, above }) => energy + above),
    runningLowerWh: Float64Array.from(units, ({ runningBelow }, unit) => bound(unit, runningBelow, -1)),
    runningUpperWh: Float64Array.from(units, ({ runningAbove }, unit) => bound(unit, runningAbove, 1)),
  };
}

/** For specs: members of all three kinds, consuming, producing and both, starting in the first intervals of a horizon. */
export function arbitraryExactMembers(limits: {
  readonly members: number;
  readonly length: number;
  readonly energy: number;
}): fc.Arbitrary<ExactMember[]> {
  const range = fc.integer({ min: 0, max: limits.energy });
  const unit: fc.Arbitrary<Unit> = fc.record({
    energy: fc.integer({ min: -limits.energy, max: limits.energy }),
    below: range,
    above: range,
    runningBelow: fc.oneof(range, fc.constant(Infinity)),
    runningAbove: fc.oneof(range, fc.constant(Infinity)),
    price: fc
      .tuple(fc.integer({ min: -9, max: 9 }), fc.integer({ min: 0, max: 9 }))
      .map(([up, more]) => ({ up, down: more - up })),
  });
  const member = fc
    .tuple(
      fc.integer({ min: 0, max: 1 }),
      fc.array(unit, { minLength: 1, maxLength: limits.length - 1 }),
      fc.constantFrom(1, 2, 2, 3, 3),
      fc.boolean(),
    )
    .map(([start, units, kind, onePrice]) => ({
      start: 1_964_000 + start,
      set: setAround(units, kind),
      price: onePrice ? units[0]!.price : units.map(({ price }) => price),
      defaultWh: units.map(({ energy }) => energy),
    }));
  return fc
    .array(member, { minLength: 2, maxLength: limits.members })
    .map((members) => members.map((each, index) => ({ id: `m${index}`, ...each })));
}
