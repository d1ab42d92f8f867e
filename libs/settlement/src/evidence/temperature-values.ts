import { dayQuarters } from '../calendar/day-quarters.js';
import type { IntervalValues } from '../calendar/interval-values.js';
import type { TemperatureDay } from './settlement-facts.js';

/** Temperatures by interval. */
export function temperatureValues(days: readonly TemperatureDay[], zone: string): IntervalValues {
  const values = new Map<number, number>();
  for (const { day, celsius } of days) {
    for (const [index, { interval }] of dayQuarters(day, zone).entries()) {
      const value = celsius[index] ?? null;
      if (value !== null) values.set(interval, value);
    }
  }
  return values;
}
