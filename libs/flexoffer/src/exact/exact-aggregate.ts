import type { IntervalIndex } from '../time.js';
import type { EnergySet } from './energy-set.js';
import type { ExactMember } from './exact-member.js';
import { askedPrices, type AskedPrices } from './asked-prices.js';
import { tightened } from './tightened.js';

/**
 * The exact sum of its members' sets, kept as the members themselves: columns over the units (a unit is one interval of
 * one member), member after member, each member's units in the order of time.
 *
 * ```
 * interval        0    1    2    3            units   0 1 2 | 3 4 | 5 6 7
 * member 0        0    1    2                 firstUnit [0, 3, 5, 8]
 * member 1             3    4                 startAt   [0, 1, 1]
 * member 2             5    6    7
 * ```
 * Bounds are tightened: each is reached. A member that bounds running totals before its last has them for all of its
 * units from `runningAt` on; for all others `runningAt` is -1 and the total alone is kept.
 */
export interface ExactAggregate {
  readonly firstInterval: IntervalIndex;
  /** How many intervals any member can have energy in, from `firstInterval` on. */
  readonly length: number;
  readonly ids: readonly string[];
  readonly firstUnit: Int32Array;
  /** Each member's start, counted from `firstInterval`. */
  readonly startAt: Int32Array;
  readonly lowerWh: Float64Array;
  readonly upperWh: Float64Array;
  readonly totalLowerWh: Float64Array;
  readonly totalUpperWh: Float64Array;
  readonly runningAt: Int32Array;
  readonly runningLowerWh: Float64Array;
  readonly runningUpperWh: Float64Array;
  /** Sums of `lowerWh` and of `upperWh` in each interval. */
  readonly leastWh: Float64Array;
  readonly mostWh: Float64Array;
  /** Absent if nobody asks anything. */
  readonly prices?: AskedPrices;
}

/**
 * Takes members together, exactly; costs time and memory in proportion to their intervals.
 *
 * @throws RangeError if a member's arrays differ in length, a bound of an interval is not a whole number, or no energies
 * satisfy a member's bounds: such offers are never accepted
 */
export function exactAggregate(members: readonly ExactMember[]): ExactAggregate {
  const span = spanOf(members);
  const firstUnit = firstUnits(members);
  const units = firstUnit[members.length]!;
  const columns = {
    ...span,
    ids: members.map(({ id }) => id),
    firstUnit,
    startAt: Int32Array.from(members, ({ start }) => start - span.firstInterval),
    lowerWh: new Float64Array(units),
    upperWh: new Float64Array(units),
    totalLowerWh: new Float64Array(members.length),
    totalUpperWh: new Float64Array(members.length),
    runningAt: new Int32Array(members.length).fill(-1),
    leastWh: new Float64Array(span.length),
    mostWh: new Float64Array(span.length),
  };
  const running: EnergySet[] = [];
  let runningUnits = 0;
  for (const [index, member] of members.entries()) {
    const set = checked(member);
    place(columns, index, set);
    if (!boundsRunning(member.set)) continue;
    columns.runningAt[index] = runningUnits;
    runningUnits += set.lowerWh.length;
    running.push(set);
  }
  const prices = askedPrices(members, columns);
  return {
    ...columns,
    runningLowerWh: joined(runningUnits, running, 'runningLowerWh'),
    runningUpperWh: joined(runningUnits, running, 'runningUpperWh'),
    ...(prices === undefined ? {} : { prices }),
  };
}

/** One member's part of a column of units; a view, not a copy. */
export function energiesOfMember(
  { firstUnit }: ExactAggregate,
  energiesWh: Float64Array,
  member: number,
): Float64Array {
  return energiesWh.subarray(firstUnit[member], firstUnit[member + 1]);
}

/** What the members do together in each interval, when each does its part of a column of units. */
export function profileOf(aggregate: ExactAggregate, energiesWh: Float64Array): Float64Array {
  const profileWh = new Float64Array(aggregate.length);
  for (let member = 0; member < aggregate.startAt.length; member += 1) {
    const end = aggregate.firstUnit[member + 1]!;
    let interval = aggregate.startAt[member]!;
    for (let unit = aggregate.firstUnit[member]!; unit < end; unit += 1, interval += 1)
      profileWh[interval]! += energiesWh[unit]!;
  }
  return profileWh;
}

function spanOf(members: readonly ExactMember[]): { firstInterval: IntervalIndex; length: number } {
  let first = Infinity;
  let end = -Infinity;
  for (const { start, set } of members) {
    if (set.lowerWh.length === 0) continue;
    first = Math.min(first, start);
    end = Math.max(end, start + set.lowerWh.length);
  }
  return first === Infinity
    ? { firstInterval: members[0]?.start ?? 0, length: 0 }
    : { firstInterval: first, length: end - first };
}

function firstUnits(members: readonly ExactMember[]): Int32Array {
  const firstUnit = new Int32Array(members.length + 1);
  for (const [index, { set }] of members.entries())
    firstUnit[index + 1] = firstUnit[index]! + set.lowerWh.length;
  return firstUnit;
}

function checked({ id, set }: ExactMember): EnergySet {
  const { lowerWh, upperWh, runningLowerWh, runningUpperWh } = set;
  if ([upperWh, runningLowerWh, runningUpperWh].some(({ length }) => length !== lowerWh.length))
    throw new RangeError(`the bounds of ${id} differ in length`);
  if (!lowerWh.every(Number.isSafeInteger) || !upperWh.every(Number.isSafeInteger))
    throw new RangeError(`a bound of ${id} is not a whole number`);
  const tight = tightened(set);
  if (tight === undefined) throw new RangeError(`no energies satisfy the bounds of ${id}`);
  return tight;
}

/** Whether a running total before the last is held by a bound of its own. */
function boundsRunning(given: EnergySet): boolean {
  let least = 0;
  let most = 0;
  for (let unit = 0; unit < given.lowerWh.length - 1; unit += 1) {
    least += given.lowerWh[unit]!;
    most += given.upperWh[unit]!;
    if (given.runningLowerWh[unit]! > least || given.runningUpperWh[unit]! < most) return true;
  }
  return false;
}

function place(
  columns: Pick<
    ExactAggregate,
    'firstUnit' | 'startAt' | 'lowerWh' | 'upperWh' | 'totalLowerWh' | 'totalUpperWh' | 'leastWh' | 'mostWh'
  >,
  member: number,
  set: EnergySet,
): void {
  const first = columns.firstUnit[member]!;
  const start = columns.startAt[member]!;
  const length = set.lowerWh.length;
  columns.lowerWh.set(set.lowerWh, first);
  columns.upperWh.set(set.upperWh, first);
  columns.totalLowerWh[member] = set.runningLowerWh[length - 1] ?? 0;
  columns.totalUpperWh[member] = set.runningUpperWh[length - 1] ?? 0;
  for (let unit = 0; unit < length; unit += 1) {
    columns.leastWh[start + unit]! += set.lowerWh[unit]!;
    columns.mostWh[start + unit]! += set.upperWh[unit]!;
  }
}

function joined(
  units: number,
  sets: readonly EnergySet[],
  column: 'runningLowerWh' | 'runningUpperWh',
): Float64Array {
  const values = new Float64Array(units);
  let at = 0;
  for (const set of sets) {
    values.set(set[column], at);
    at += set[column].length;
  }
  return values;
}
