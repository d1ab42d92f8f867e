import type { IntervalIndex, Schedule, WattHours } from '#flexoffer';
import { differenceOf } from './energy-by-interval.js';

/** What a member does from an interval on instead of its schedule. */
export interface MemberMove {
  readonly before: Schedule;
  readonly after: Schedule;
  /** Absent: from the beginning. */
  readonly from?: IntervalIndex;
}

/** By how much less all members together now consume, in each interval where that is not 0; by interval. */
export function movedTogether(
  moves: readonly MemberMove[],
): { readonly interval: IntervalIndex; readonly changeWh: WattHours }[] {
  const changes = new Map<IntervalIndex, WattHours>();
  for (const { before, after, from } of moves)
    for (const [interval, less] of differenceOf(before, after, from))
      changes.set(interval, (changes.get(interval) ?? 0) + less);
  return [...changes]
    .filter(([, changeWh]) => changeWh !== 0)
    .sort(([a], [b]) => a - b)
    .map(([interval, changeWh]) => ({ interval, changeWh }));
}
