import type { LocalDay } from './local-day.js';
import type { LocalQuarter } from './local-quarters.js';
import { quartersOf } from './local-quarters.js';

/** Three years of one zone, some 5 MB. */
const MOST_DAYS = 1100;

const known = new Map<string, Map<LocalDay, readonly LocalQuarter[]>>();

/**
 * `quartersOf`, remembered: a baseline asks for the same hundred days again and again, and asking the time zone takes
 * longer than all its arithmetic. The answer depends on nothing but the arguments.
 *
 * @throws RangeError for an unknown zone or a day that is not in the calendar
 */
export function dayQuarters(day: LocalDay, zone: string): readonly LocalQuarter[] {
  const ofZone = known.get(zone) ?? new Map<LocalDay, readonly LocalQuarter[]>();
  const before = ofZone.get(day);
  if (before !== undefined) return before;
  const quarters = quartersOf(day, zone);
  known.set(zone, ofZone);
  if (ofZone.size >= MOST_DAYS) ofZone.clear();
  ofZone.set(day, quarters);
  return quarters;
}
