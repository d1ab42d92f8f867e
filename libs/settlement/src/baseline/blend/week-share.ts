import type { IntervalIndex } from '#flexoffer';
import type { Timeline } from './timeline.js';
import { sumOver } from './timeline.js';

const WEEK = 7 * 96;
const LEAST_KNOWN = 4 * 96;

/**
 * How far consumption lay off the like days' curves over the seven days before the day began, as a share of them, from
 * -1 to 2: when heating begins, ten like days lag behind. 0 where fewer than four days of it are known or the curves
 * are not positive. To move it, one must change a week of consumption, so that it is no adjustment of the day.
 *
 * @param dayStart at least seven days after the timeline begins
 */
export function weekShare(timeline: Timeline, dayStart: IntervalIndex): number {
  const over = (sums: Float64Array): number => sumOver(timeline, sums, dayStart - WEEK, dayStart);
  const curveWh = over(timeline.knownLikeWh);
  if (over(timeline.known) < LEAST_KNOWN || curveWh <= 0) return 0;
  return Math.min(2, Math.max(-1, over(timeline.deviationWh) / curveWh));
}
