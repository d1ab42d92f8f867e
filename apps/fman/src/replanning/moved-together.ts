import type { IntervalIndex, WattHours } from '#flexoffer';
import { differenceOf } from './energy-by-interval.js';
import type { UpdatedMember } from './replan-outcome.js';

/** By how much less all members together now consume, in each interval where that is not 0; by interval. */
export function movedTogether(
  updated: readonly UpdatedMember[],
): { readonly interval: IntervalIndex; readonly changeWh: WattHours }[] {
  const changes = new Map<IntervalIndex, WattHours>();
  for (const { before, schedule } of updated)
    for (const [interval, less] of differenceOf(before, schedule))
      changes.set(interval, (changes.get(interval) ?? 0) + less);
  return [...changes]
    .filter(([, changeWh]) => changeWh !== 0)
    .sort(([a], [b]) => a - b)
    .map(([interval, changeWh]) => ({ interval, changeWh }));
}
