import type { IntervalIndex } from '#flexoffer';
import { dayQuarters } from './day-quarters.js';
import type { LocalDay } from './local-day.js';
import { dayOfNumber, daysAfter } from './local-day.js';

const INTERVALS_A_DAY = 96;

/**
 * The local day in which an interval starts.
 *
 * @param zone an IANA name (`Europe/Luxembourg`)
 * @throws RangeError for an unknown zone
 */
export function localDayOf(interval: IntervalIndex, zone: string): LocalDay {
  // The day of UTC is the local one or its neighbour.
  const day = dayOfNumber(Math.floor(interval / INTERVALS_A_DAY));
  const quarters = dayQuarters(day, zone);
  const first = quarters[0]?.interval ?? interval;
  if (interval < first) return daysAfter(day, -1);
  return interval < first + quarters.length ? day : daysAfter(day, 1);
}

/** The local days that `[from, to)` touches, in order. */
export function localDays(from: IntervalIndex, to: IntervalIndex, zone: string): LocalDay[] {
  if (to <= from) return [];
  const days = [localDayOf(from, zone)];
  const last = localDayOf(to - 1, zone);
  for (let day = days[0]; day !== undefined && day < last;) {
    day = daysAfter(day, 1);
    days.push(day);
  }
  return days;
}
