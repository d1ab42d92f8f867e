import { blockSets } from './inner-blocks.js';
import { innerBoxes } from './inner-boxes.js';
import type { EnergySet } from './energy-set.js';
import type { ExactAggregate } from './exact-aggregate.js';
import { tightened } from './tightened.js';

/** How much of the exact sum a smaller set has left, 0 to 1; 1 also where there was nothing to lose. */
export interface RangeKept {
  /** Of the ranges of single intervals, added up. */
  readonly intervals: number;
  /** Of the range of the total energy. */
  readonly total: number;
}

export interface InnerOffer {
  /** One entry for each interval of the aggregate; every whole profile in it splits. */
  readonly set: EnergySet;
  readonly kept: RangeKept;
}

/**
 * An ordinary set inside the exact sum, for where one is needed (a message to another platform): intervals, running
 * totals, total. Of several ways to make one the one that keeps most is taken, the two shares added up; the first of
 * equals. It is sound, not the largest there is.
 *
 * - Boxes: each member's largest box, in proportion to its room; sums of boxes are exact. Keeps totals, but members that
 *   must have one certain total energy become a single profile.
 * - Blocks of intervals, in each of which some members together move energy freely and the total stays the same.
 * - The whole horizon as one block with a range of totals.
 */
export function innerOffer(aggregate: ExactAggregate): InnerOffer {
  const boxes = innerBoxes(aggregate);
  let best = measured(aggregate, boxes.set);
  for (const set of blockSets(aggregate, boxes.lowerWh)) {
    const next = measured(aggregate, set);
    if (next.kept.intervals + next.kept.total > best.kept.intervals + best.kept.total) best = next;
  }
  return best;
}

function measured(aggregate: ExactAggregate, inner: EnergySet): InnerOffer {
  const set = tightened(inner);
  if (set === undefined) throw new Error('a set inside the exact sum is empty');
  let kept = 0;
  let whole = 0;
  for (let interval = 0; interval < aggregate.length; interval += 1) {
    kept += set.upperWh[interval]! - set.lowerWh[interval]!;
    whole += aggregate.mostWh[interval]! - aggregate.leastWh[interval]!;
  }
  const last = aggregate.length - 1;
  const totalKept = (set.runningUpperWh[last] ?? 0) - (set.runningLowerWh[last] ?? 0);
  const totalWhole = sum(aggregate.totalUpperWh) - sum(aggregate.totalLowerWh);
  return { set, kept: { intervals: share(kept, whole), total: share(totalKept, totalWhole) } };
}

function share(part: number, whole: number): number {
  return whole === 0 ? 1 : part / whole;
}

function sum(values: Float64Array): number {
  return values.reduce((total, value) => total + value, 0);
}
