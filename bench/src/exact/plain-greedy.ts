import type { ExactMember } from '#flexoffer';

/**
 * The obvious way for loads with exact totals, as a reference: every member sorts its own quarter-hours by price and
 * fills the cheapest first.
 */
export function plainGreedy(
  members: readonly ExactMember[],
  firstInterval: number,
  prices: Float64Array,
): number {
  let value = 0;
  for (const { start, set } of members) {
    const first = start - firstInterval;
    const units = Array.from(set.upperWh.keys()).sort((a, b) => prices[first + a]! - prices[first + b]!);
    let left = set.runningLowerWh.at(-1) ?? 0;
    for (const unit of units) {
      const energy = Math.min(left, set.upperWh[unit]!);
      value += energy * prices[first + unit]!;
      left -= energy;
      if (left === 0) break;
    }
  }
  return value;
}
