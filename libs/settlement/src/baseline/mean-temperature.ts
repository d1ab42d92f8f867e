import type { IntervalValues } from '../calendar/interval-values.js';
import type { LocalDay } from '../calendar/local-day.js';
import { dayQuarters } from '../calendar/day-quarters.js';

/** The mean temperature of a local day in degrees Celsius, or undefined if that of a single interval is missing. */
export function meanTemperature(
  day: LocalDay,
  zone: string,
  temperatureC: IntervalValues,
): number | undefined {
  const quarters = dayQuarters(day, zone);
  let sum = 0;
  for (const { interval } of quarters) {
    const temperature = temperatureC.get(interval);
    if (temperature === undefined) return undefined;
    sum += temperature;
  }
  return sum / quarters.length;
}
