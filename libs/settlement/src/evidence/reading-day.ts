import type { IntervalIndex, WattHours } from '#flexoffer';
import { dayQuarters } from '../calendar/day-quarters.js';
import { IntervalCurve } from '../calendar/interval-values.js';
import type { LocalDay } from '../calendar/local-day.js';
import { localDayOf } from '../calendar/local-day-of.js';
import { netWh } from '../net-energy.js';

/** What was known of a meter on one local day, one place for each of its 92, 96 or 100 intervals. */
export interface ReadingDay {
  readonly day: LocalDay;
  /** Null: no value that may settle (missing, or a placeholder). */
  readonly importWh: readonly (WattHours | null)[];
  /** Null where `importWh` is. */
  readonly exportWh: readonly (WattHours | null)[];
  /** Where the values come from; the counts sum to the number of intervals. */
  readonly origins: readonly OriginRun[];
}

/** Successive intervals with values of one origin, or without any. */
export interface OriginRun {
  readonly count: number;
  /** `dso`, `meter` or `submeter`; absent: there is no value. */
  readonly source?: string;
  /** `measured`, `estimated` or `corrected`; absent: there is no value. */
  readonly quality?: string;
}

/** Net energy at the meter by interval, consumption-positive. */
export function netReadings(days: readonly ReadingDay[], zone: string): IntervalCurve {
  const placed = days.map((day) => ({ day, first: firstInterval(day.day, zone) }));
  const from = placed.reduce((least, { first }) => Math.min(least, first), placed[0]?.first ?? 0);
  const to = placed.reduce((most, { day, first }) => Math.max(most, first + day.importWh.length), from);
  const values = new Float64Array(to - from).fill(NaN);
  for (const { day, first } of placed) {
    for (const [index, importWh] of day.importWh.entries()) {
      const exportWh = day.exportWh[index] ?? null;
      if (importWh !== null && exportWh !== null) values[first - from + index] = netWh(importWh, exportWh);
    }
  }
  return new IntervalCurve(from, values);
}

/** What the value of an interval is worth; undefined where there is none. */
export function qualityLookup(
  days: readonly ReadingDay[],
  zone: string,
): (interval: IntervalIndex) => string | undefined {
  const byDay = new Map(days.map((day) => [day.day, day]));
  return (interval) => {
    const day = byDay.get(localDayOf(interval, zone));
    if (day === undefined) return undefined;
    let passed = interval - firstInterval(day.day, zone);
    for (const { count, quality } of day.origins) {
      if (passed < count) return quality;
      passed -= count;
    }
    return undefined;
  };
}

function firstInterval(day: LocalDay, zone: string): IntervalIndex {
  return dayQuarters(day, zone)[0]?.interval ?? 0;
}
