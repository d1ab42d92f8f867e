import { compareText } from '../../text-order.js';
import type { PlanningProblem, PlanningUnit } from '../planning-problem.js';
import { AskedCost } from './asked-cost.js';
import { horizonOf, type Horizon } from './horizon.js';
import { boundsTotals, checkedSet, LimitedPart } from './limited-part.js';

/**
 * All units in the order of their ids, as columns. A unit is open if it is one part without totals: then each of its
 * intervals is free between its bounds, and one long array has the bounds of all of them:
 *
 * ```
 * unit       0        1 (limited)   2
 * firstCell  0        3             3            cells 0 1 2 | 3 4 ...
 * firstStart 0        2             5            starts of all units, one after the other
 * ```
 * All other units are limited, and have their parts. Starts and windows are counted from the horizon's first interval.
 * A unit's window is every interval that it can have energy in, from its earliest start on.
 */
export class Portfolio {
  readonly units: readonly PlanningUnit[];
  readonly horizon: Horizon;
  readonly firstStart: Int32Array;
  readonly startAt: Int32Array;
  readonly isOpen: Uint8Array;
  readonly firstCell: Int32Array;
  readonly lowerWh: Float64Array;
  readonly upperWh: Float64Array;
  /** By cell: slopes of what is asked. */
  readonly below: Float64Array;
  readonly above: Float64Array;
  readonly windowFrom: Int32Array;
  /** Where a unit's window lies in an array of all windows. */
  readonly windowAt: Int32Array;
  /** By unit: where its defaults lie in `defaultWh`, less the start of its window; only of open kinked units. */
  readonly isKinked: Uint8Array;
  /** In an array of all windows. */
  readonly defaultWh: Float64Array;
  /** By start: what an open unit asks at its lower bounds; what limited units ask for leaving their default. */
  readonly startCost: Float64Array;
  /** By unit; none if it is open. */
  readonly parts: readonly (readonly LimitedPart[])[];

  /** @throws RangeError for a unit without starts or parts, with equal starts, of an id that another has, or with impossible bounds */
  constructor(problem: PlanningProblem) {
    this.units = problem.units.toSorted((a, b) => compareText(a.id, b.id));
    this.units.forEach((unit, index) => assertUnit(unit, this.units[index - 1]));
    this.horizon = horizonOf(problem);
    const count = this.units.length;
    const sets = this.units.map(({ id, parts }) => parts.map((part) => checkedSet(id, part)));
    const openPart = (unit: number) => {
      const [first, second] = this.units[unit]!.parts;
      return first !== undefined && second === undefined && !boundsTotals(first.set, first.set.lowerWh.length)
        ? first
        : undefined;
    };
    this.isOpen = Uint8Array.from({ length: count }, (_, unit) => (openPart(unit) === undefined ? 0 : 1));
    this.parts = this.units.map(({ parts }, unit) =>
      this.isOpen[unit] === 1 ? [] : parts.map((part, index) => new LimitedPart(part, sets[unit]![index]!)),
    );
    this.firstStart = running(this.units, ({ starts }) => starts.length);
    this.startAt = new Int32Array(this.firstStart[count]!);
    this.firstCell = running(this.units, (_, unit) => openPart(unit)?.set.lowerWh.length ?? 0);
    const cells = this.firstCell[count]!;
    this.lowerWh = new Float64Array(cells);
    this.upperWh = new Float64Array(cells);
    this.below = new Float64Array(cells);
    this.above = new Float64Array(cells);
    this.windowFrom = new Int32Array(count);
    this.windowAt = new Int32Array(count + 1);
    this.isKinked = new Uint8Array(count);
    this.startCost = new Float64Array(this.startAt.length);
    this.units.forEach((unit, index) => this.placeStarts(unit, index));
    this.defaultWh = new Float64Array(this.windowAt[count]!);
    this.units.forEach((_, index) => {
      if (this.isOpen[index] === 1) this.placeOpen(index);
      else this.placeLimited(index);
    });
  }

  get count(): number {
    return this.units.length;
  }

  private placeStarts({ starts, parts }: PlanningUnit, unit: number): void {
    const { firstInterval } = this.horizon;
    const sorted = starts.toSorted((a, b) => a - b).map((start) => start - firstInterval);
    this.startAt.set(sorted, this.firstStart[unit]);
    let from = Infinity;
    let end = -Infinity;
    for (const { offsetIntervals = 0, set } of parts) {
      from = Math.min(from, sorted[0]! + offsetIntervals);
      end = Math.max(end, sorted.at(-1)! + offsetIntervals + set.lowerWh.length);
    }
    this.windowFrom[unit] = from;
    this.windowAt[unit + 1] = this.windowAt[unit]! + end - from;
  }

  private placeOpen(unit: number): void {
    const part = this.units[unit]!.parts[0]!;
    const asked = new AskedCost(part);
    const first = this.firstCell[unit]!;
    this.lowerWh.set(part.set.lowerWh, first);
    this.upperWh.set(part.set.upperWh, first);
    this.below.set(asked.below, first);
    this.above.set(asked.above, first);
    this.isKinked[unit] = asked.isKinked ? 1 : 0;
    const { firstInterval } = this.horizon;
    const from = this.windowFrom[unit]!;
    for (let at = this.windowAt[unit]!; at < this.windowAt[unit + 1]!; at += 1)
      this.defaultWh[at] = asked.defaultAt(firstInterval + from + at - this.windowAt[unit]!);
    for (let start = this.firstStart[unit]!; start < this.firstStart[unit + 1]!; start += 1) {
      const begin = firstInterval + this.startAt[start]! + (part.offsetIntervals ?? 0);
      let cost = asked.ofAbandonedDefault(begin);
      for (let cell = 0; cell < part.set.lowerWh.length; cell += 1)
        cost += asked.ofUnit(cell, begin + cell, part.set.lowerWh[cell]!);
      this.startCost[start] = cost;
      this.startAt[start]! += part.offsetIntervals ?? 0;
    }
  }

  private placeLimited(unit: number): void {
    for (let start = this.firstStart[unit]!; start < this.firstStart[unit + 1]!; start += 1)
      for (const { asked, offset } of this.parts[unit]!)
        this.startCost[start]! += asked.ofAbandonedDefault(
          this.horizon.firstInterval + this.startAt[start]! + offset,
        );
  }
}

function running<T>(items: readonly T[], sizeOf: (item: T, index: number) => number): Int32Array {
  const first = new Int32Array(items.length + 1);
  items.forEach((item, index) => (first[index + 1] = first[index]! + sizeOf(item, index)));
  return first;
}

function assertUnit({ id, starts, parts }: PlanningUnit, before: PlanningUnit | undefined): void {
  if (before?.id === id) throw new RangeError(`two units have the id ${id}`);
  if (starts.length === 0 || parts.length === 0) throw new RangeError(`${id} has no start or no part`);
  if (!starts.every(Number.isSafeInteger) || new Set(starts).size < starts.length)
    throw new RangeError(`the starts of ${id} are not whole numbers, each once`);
}
