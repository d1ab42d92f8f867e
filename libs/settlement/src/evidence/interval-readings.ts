import type { IntervalIndex, WattHours } from '#flexoffer';
import { dayQuarters } from '../calendar/day-quarters.js';
import type { ReadingDay } from './reading-day.js';

/** A meter value of one interval, with where it comes from. */
export interface IntervalReading {
  readonly interval: IntervalIndex;
  readonly importWh: WattHours;
  readonly exportWh: WattHours;
  readonly source: string;
  readonly quality: string;
}

/** The values of days one by one, in their order; what is missing is left out. */
export function intervalReadings(days: readonly ReadingDay[], zone: string): IntervalReading[] {
  return days.flatMap(({ day, importWh, exportWh, origins }) => {
    const first = dayQuarters(day, zone)[0]?.interval ?? 0;
    const sources = origins.flatMap(({ count, ...origin }) => new Array<typeof origin>(count).fill(origin));
    return importWh.flatMap((imported, index): IntervalReading[] => {
      const exported = exportWh[index] ?? null;
      if (imported === null || exported === null) return [];
      const { source = '', quality = '' } = sources[index] ?? {};
      return [{ interval: first + index, importWh: imported, exportWh: exported, source, quality }];
    });
  });
}
