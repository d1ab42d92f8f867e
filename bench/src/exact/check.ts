import {
  type BestProfile,
  borderOf,
  type ExactAggregate,
  type ExactMember,
  type ProfileProof,
} from '#flexoffer';
import { WrongResult } from '../benchmark.js';

/**
 * Reads the members as they were made, not as the aggregate keeps them.
 *
 * @throws WrongResult unless every member's part is inside its bounds and the parts sum to the profile
 */
export function checkSplit(
  members: readonly ExactMember[],
  { firstInterval, firstUnit }: ExactAggregate,
  profileWh: Float64Array,
  energiesWh: Float64Array,
): void {
  const left = Float64Array.from(profileWh);
  for (const [index, { id, start, set }] of members.entries()) {
    const part = energiesWh.subarray(firstUnit[index], firstUnit[index + 1]);
    let running = 0;
    for (const [unit, energy] of part.entries()) {
      running += energy;
      left[start - firstInterval + unit]! -= energy;
      if (!Number.isInteger(energy) || energy < set.lowerWh[unit]! || energy > set.upperWh[unit]!)
        throw new WrongResult(`${id} takes ${energy} Wh in quarter-hour ${unit}`);
      if (running < set.runningLowerWh[unit]! || running > set.runningUpperWh[unit]!)
        throw new WrongResult(`${id} takes ${running} Wh until quarter-hour ${unit}`);
    }
  }
  if (left.some((energy) => energy !== 0)) throw new WrongResult('the parts do not sum to the profile');
}

/** @throws WrongResult unless the proof's own figures, taken again, show that the profile is impossible */
export function checkProof(
  aggregate: ExactAggregate,
  profileWh: Float64Array,
  { intervals, limit }: ProfileProof,
): void {
  const wanted = intervals.reduce((sum, interval) => sum + profileWh[interval - aggregate.firstInterval]!, 0);
  const { leastWh, mostWh } = borderOf(aggregate, intervals);
  if (limit === 'most' ? wanted <= mostWh : wanted >= leastWh)
    throw new WrongResult('a refused profile breaks no border');
}

/**
 * The best value by adding up how much each further interval, cheapest first, lets all members together take more: the
 * border function itself, by another way than the greedy's.
 *
 * @throws WrongResult if they differ
 */
export function checkBest(aggregate: ExactAggregate, prices: Float64Array, { value }: BestProfile): void {
  const order = [...prices.keys()].sort((a, b) => prices[b]! - prices[a]!);
  const dearer: number[] = [];
  let least = 0;
  let expected = 0;
  for (const interval of order) {
    dearer.push(aggregate.firstInterval + interval);
    const { leastWh } = borderOf(aggregate, dearer);
    expected += prices[interval]! * (leastWh - least);
    least = leastWh;
  }
  if (value !== expected) throw new WrongResult(`the best profile is worth ${value} instead of ${expected}`);
}
