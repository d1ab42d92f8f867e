import { DateTime } from 'luxon';
import type { IntervalIndex } from '#flexoffer';
import { instantOf } from '#flexoffer';

/** A calendar day, `YYYY-MM-DD`, of the market's time zone. */
export type LocalDay = string;

/**
 * The local day in which an interval starts.
 *
 * @param zone an IANA name (`Europe/Luxembourg`)
 * @throws RangeError for an unknown zone
 */
export function localDayOf(interval: IntervalIndex, zone: string): LocalDay {
  const local = DateTime.fromMillis(instantOf(interval), { zone });
  const day = local.toISODate();
  if (day === null) throw new RangeError(`no local day: interval ${interval} in zone ${zone}`);
  return day;
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

/**
 * The calendar day `count` days after `day` (before it, for a negative count). Pure calendar arithmetic, the
 * same in every zone.
 *
 * @throws RangeError if `day` is not a calendar day
 */
export function daysAfter(day: LocalDay, count: number): LocalDay {
  const moved = DateTime.fromISO(day, { zone: 'utc' }).plus({ days: count }).toISODate();
  if (moved === null) throw new RangeError(`not a calendar day: ${day}`);
  return moved;
}
