import type { Slice } from '../flex-offer.js';
import { MOST_INTERVALS } from '../feasibility/most-intervals.js';

/**
 * Whether a profile can be laid out in single intervals at all. Rules about schedules say nothing about a profile
 * that cannot; the rules about slices have then said what is wrong.
 */
export function isSoundProfile(slices: readonly Slice[]): boolean {
  const sound = ({ minDuration }: Slice): boolean => Number.isSafeInteger(minDuration) && minDuration >= 1;
  return (
    slices.every(sound) && slices.reduce((length, slice) => length + slice.minDuration, 0) <= MOST_INTERVALS
  );
}
