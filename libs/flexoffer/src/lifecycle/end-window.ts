import type { FlexOffer } from '../flex-offer.js';
import type { IntervalIndex } from '../time.js';

/** Between which intervals a profile ends; both name the first interval after it. */
export interface EndWindow {
  readonly endAfter: IntervalIndex;
  readonly endBefore: IntervalIndex;
}

/**
 * When the profile of an offer ends at the earliest and at the latest. Needs sound durations.
 *
 * ```
 * startAfter   startBefore
 * |============|                        window
 * [ shortest ]                          ends at endAfter  = startAfter + all minDurations
 *              [     longest      ]     ends at endBefore = startBefore + all maxDurations
 * ```
 */
export function endWindow({
  startAfter,
  startBefore,
  slices,
}: Pick<FlexOffer, 'startAfter' | 'startBefore' | 'slices'>): EndWindow {
  return {
    endAfter: slices.reduce((end, { minDuration }) => end + minDuration, startAfter),
    endBefore: slices.reduce((end, { maxDuration }) => end + maxDuration, startBefore),
  };
}
