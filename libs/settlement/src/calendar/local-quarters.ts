import { DateTime } from 'luxon';
import type { IntervalIndex } from '#flexoffer';
import { instantOf, intervalOf } from '#flexoffer';
import type { LocalDay } from './local-day.js';
import { daysAfter } from './local-day.js';

/** Quarters of the wall clock from 0 (00:00) to 95 (23:45). */
export type WallQuarter = number;

/** One interval of a local day, and what the clock on the wall shows when it starts. */
export interface LocalQuarter {
  readonly interval: IntervalIndex;
  readonly quarter: WallQuarter;
}

/**
 * The 92, 96 or 100 intervals of a local day with their wall-clock quarters.
 *
 * ```
 * Europe/Luxembourg
 * 2024-03-31   ... 01:30 01:45 | 03:00 03:15 ...                           92 intervals, no 02:xx
 * 2024-10-27   ... 02:30 02:45 | 02:00 02:15 02:30 02:45 | 03:00 ...      100 intervals, 02:xx twice
 * ```
 *
 * @throws RangeError for an unknown zone or a day that is not in the calendar
 */
export function quartersOf(day: LocalDay, zone: string): LocalQuarter[] {
  const start = startOf(day, zone);
  const end = startOf(daysAfter(day, 1), zone);
  const first = intervalOf(start.toMillis());
  const count = intervalOf(end.toMillis()) - first;
  // With one offset all day the clock just counts; asking the zone for each interval is slow.
  const steady = start.offset === end.offset;
  const firstQuarter = wallQuarter(start);
  return Array.from({ length: count }, (_, index) => {
    const interval = first + index;
    const quarter = steady
      ? firstQuarter + index
      : wallQuarter(DateTime.fromMillis(instantOf(interval), { zone }));
    return { interval, quarter };
  });
}

function startOf(day: LocalDay, zone: string): DateTime {
  const start = DateTime.fromISO(day, { zone }).startOf('day');
  if (!start.isValid) throw new RangeError(`no such day: ${day} in zone ${zone}`);
  return start;
}

function wallQuarter(local: DateTime): WallQuarter {
  return local.hour * 4 + Math.floor(local.minute / 15);
}
