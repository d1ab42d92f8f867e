import type { WattHours } from '#flexoffer';
import { dayQuarters } from '../calendar/day-quarters.js';
import type { IntervalValues } from '../calendar/interval-values.js';
import type { LocalDay } from '../calendar/local-day.js';

/** A day with a reading in each of its 92, 96 or 100 intervals. */
export interface DayProfile {
  readonly day: LocalDay;
  /** Everything that the day had, so over 92, 96 or 100 intervals. */
  readonly energyWh: WattHours;
  /**
   * Twice the energy of each of the 96 wall-clock quarters: twice, so that the mean of the two readings of a doubled
   * quarter is an integer too and nothing is rounded before the end. NaN for the quarters of a missing hour.
   */
  readonly doubledWh: Float64Array;
}

/** Quarter-hours that the clock on the wall can show. */
const WALL_QUARTERS = 96;

/** The profile of a local day, or undefined if a single reading is missing. */
export function dayProfile(day: LocalDay, zone: string, readings: IntervalValues): DayProfile | undefined {
  const doubledWh = new Float64Array(WALL_QUARTERS).fill(NaN);
  let energyWh = 0;
  for (const { interval, quarter } of dayQuarters(day, zone)) {
    const reading = readings.get(interval);
    if (reading === undefined) return undefined;
    const before = doubledWh[quarter] ?? NaN;
    doubledWh[quarter] = Number.isNaN(before) ? 2 * reading : before / 2 + reading;
    energyWh += reading;
  }
  return { day, energyWh, doubledWh };
}
