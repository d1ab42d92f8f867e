import type { FlexOffer } from '../flex-offer.js';
import type { IntervalIndex } from '../time.js';

/**
 * At which start the members of an aggregate are aligned; from there all of them move together.
 *
 * ```
 *              startAfter       default start             startBefore
 * offer        |================d=========================|
 * 'start'      anchor           before = 0, after = the whole window
 * 'baseline'                    anchor, before = 4, after = 6
 * ```
 * With 'start' only offers whose default lies equally far into their windows go together, because else the sum of
 * their defaults would be a schedule of nobody. With 'baseline' those go together, and the window of the aggregate
 * is what all members have before, and after, their defaults.
 */
export type Alignment = 'start' | 'baseline';

/** An offer's window, seen from the start at which it is aligned. */
export interface AlignedWindow {
  readonly anchor: IntervalIndex;
  readonly before: number;
  readonly after: number;
}

export function alignedWindow(
  { startAfter, startBefore, defaultSchedule: { start } }: FlexOffer,
  alignment: Alignment,
): AlignedWindow {
  return alignment === 'start'
    ? { anchor: startAfter, before: 0, after: startBefore - startAfter }
    : { anchor: start, before: start - startAfter, after: startBefore - start };
}
