import { DateTime } from 'luxon';
import { instantOf, type IntervalIndex } from '#flexoffer';

/** When an interval starts, as calendar and wall clock have it. */
export interface LocalTime {
  /** `YYYY-MM-DD`. */
  readonly day: string;
  /** Quarter-hours of the wall clock, 0 to 95. In a day of 92 some are not there, in one of 100 some are there twice. */
  readonly quarter: number;
  /** Saturday and Sunday are none, nor are holidays. */
  readonly isBusinessDay: boolean;
}

/** @param zone IANA name @throws RangeError for an unknown zone */
export function localTime(interval: IntervalIndex, zone: string, holidays: ReadonlySet<string>): LocalTime {
  const local = DateTime.fromMillis(instantOf(interval), { zone });
  const day = local.toISODate();
  if (day === null) throw new RangeError(`no local time: interval ${interval} in zone ${zone}`);
  const quarter = local.hour * 4 + Math.floor(local.minute / 15);
  return { day, quarter, isBusinessDay: local.weekday <= 5 && !holidays.has(day) };
}
