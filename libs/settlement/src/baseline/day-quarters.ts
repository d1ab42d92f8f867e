import type { LocalDay } from '../calendar/local-day.js';
import type { LocalQuarter } from '../calendar/local-quarters.js';
import { quartersOf } from '../calendar/local-quarters.js';

/** Three years of one zone, some 5 MB. */
const MOST_DAYS = 1100;

const known = new Map<string, readonly LocalQuarter[]>();

/**
 * `quartersOf`, remembered: a baseline asks for the same hundred days again and again, and asking the time zone takes
 * longer than all its arithmetic. The answer depends on nothing but the arguments.
 *
 * @throws RangeError for an unknown zone or a day that is not in the calendar
 */
export function dayQuarters(day: LocalDay, zone: string): readonly LocalQuarter[] {
  const key = `${day} ${zone}`;
  const before = known.get(key);
  if (before !== undefined) return before;
  if (known.size >= MOST_DAYS) known.clear();
  const quarters = quartersOf(day, zone);
  known.set(key, quarters);
  return quarters;
}
