import type { IntervalIndex, WattHours } from '#flexoffer';
import type { BaselineInput } from '../src/index.js';
import { quartersOf } from '../src/calendar/local-quarters.js';
import { daysAfter } from '../src/calendar/local-day.js';
import type { LocalDay } from '../src/index.js';

export const ZONE = 'Europe/Luxembourg';

/** Readings of whole local days, each interval from its day and its wall-clock quarter. */
export function readingsOf(
  days: readonly LocalDay[],
  energyWh: (day: LocalDay, quarter: number) => WattHours,
): Map<IntervalIndex, WattHours> {
  return new Map(
    days.flatMap((day) =>
      quartersOf(day, ZONE).map(({ interval, quarter }): [number, number] => [
        interval,
        energyWh(day, quarter),
      ]),
    ),
  );
}

/** The `count` calendar days before `day`, the latest first. */
export function daysBefore(day: LocalDay, count: number): LocalDay[] {
  return Array.from({ length: count }, (_, index) => daysAfter(day, -1 - index));
}

/** An input whose readings and temperatures can be looked through. */
export interface MappedInput extends BaselineInput {
  readonly readings: ReadonlyMap<IntervalIndex, WattHours>;
  readonly temperatureC?: ReadonlyMap<IntervalIndex, number>;
}

export function baselineInput(day: LocalDay, changes: Partial<MappedInput>): MappedInput {
  return {
    day,
    zone: ZONE,
    readings: new Map(),
    eventDays: new Set(),
    holidays: new Set(),
    defaultWh: new Map(),
    ...changes,
  };
}
