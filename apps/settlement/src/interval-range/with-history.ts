import { LOOK_BACK_DAYS } from '#settlement';
import type { IntervalRange } from './interval-range.js';

const INTERVALS_A_DAY = 96;

/** The intervals that baselines of `range` may look at; two days more than they do, for local midnights. */
export function withHistory({ from, to }: IntervalRange): IntervalRange {
  return { from: Math.max(0, from - (LOOK_BACK_DAYS + 2) * INTERVALS_A_DAY), to };
}
