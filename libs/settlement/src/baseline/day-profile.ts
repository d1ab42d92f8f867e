import type { IntervalIndex, WattHours } from '#flexoffer';
import type { LocalDay } from '../calendar/local-day.js';
import type { WallQuarter } from '../calendar/local-quarters.js';
import { dayQuarters } from './day-quarters.js';

/** A day with a reading in each of its 92, 96 or 100 intervals. */
export interface DayProfile {
  readonly day: LocalDay;
  /** Everything that the day had, so over 92, 96 or 100 intervals. */
  readonly energyWh: WattHours;
  /**
   * Twice the energy of each wall-clock quarter: twice, so that the mean of the two readings of a doubled quarter
   * is an integer too and nothing is rounded before the end. The quarters of a missing hour have no entry.
   */
  readonly doubledWh: ReadonlyMap<WallQuarter, WattHours>;
}

/** The profile of a local day, or undefined if a single reading is missing. */
export function dayProfile(
  day: LocalDay,
  zone: string,
  readings: ReadonlyMap<IntervalIndex, WattHours>,
): DayProfile | undefined {
  const doubledWh = new Map<WallQuarter, WattHours>();
  let energyWh = 0;
  for (const { interval, quarter } of dayQuarters(day, zone)) {
    const reading = readings.get(interval);
    if (reading === undefined) return undefined;
    const before = doubledWh.get(quarter);
    doubledWh.set(quarter, before === undefined ? 2 * reading : before / 2 + reading);
    energyWh += reading;
  }
  return { day, energyWh, doubledWh };
}
