import type { Fault } from '#flexoffer';
import { dayQuarters } from '../calendar/day-quarters.js';
import type { LocalDay } from '../calendar/local-day.js';
import { check, isEnergy, isInterval, repeated } from './fact-checks.js';
import type { ReadingDay } from './reading-day.js';
import type { SettlementFacts } from './settlement-facts.js';

/** A list of days that cannot hold one place for each of the day's intervals. */
const WRONG_LENGTH = 'must have one place for each interval of the day';

/** What is wrong with readings, temperatures and prognoses. */
export function seriesFaults({ readings, temperatures, prognoses, zone }: SettlementFacts): Fault[] {
  return [
    ...readings.flatMap((day, index) => readingFaults(day, `readings[${index}]`, zone)),
    ...repeatedDays('readings', readings),
    ...temperatures.flatMap(({ day, celsius }, index) => [
      ...lengthFaults(day, celsius.length, `temperatures[${index}]`, zone),
      ...check(`temperatures[${index}].celsius`, celsius.every(isTemperature), 'must be numbers or null'),
    ]),
    ...repeatedDays('temperatures', temperatures),
    ...prognoses.flatMap(({ day, submittedAt, energyWh }, index) => [
      ...lengthFaults(day, energyWh.length, `prognoses[${index}]`, zone),
      ...check(`prognoses[${index}].submittedAt`, isInterval(submittedAt), 'must be an interval'),
      ...check(`prognoses[${index}].energyWh`, energyWh.every(isEnergy), 'must be whole Wh up to 1e12'),
    ]),
    ...repeatedDays('prognoses', prognoses),
  ];
}

function readingFaults(
  { day, importWh, exportWh, origins }: ReadingDay,
  path: string,
  zone: string,
): Fault[] {
  const lengths = lengthFaults(day, importWh.length, path, zone);
  const counted = origins.reduce((sum, { count }) => sum + count, 0);
  if (lengths.length > 0 || exportWh.length !== importWh.length || counted !== importWh.length)
    return [{ path, message: WRONG_LENGTH }];
  const energies = importWh.every((taken, index) => isValuePair(taken, exportWh[index] ?? null));
  return check(path, energies, 'must have both energies in whole Wh up to 1e12, or neither');
}

function isValuePair(importWh: number | null, exportWh: number | null): boolean {
  if (importWh === null || exportWh === null) return importWh === exportWh;
  return isEnergy(importWh) && isEnergy(exportWh);
}

function isTemperature(value: number | null): boolean {
  return value === null || Number.isFinite(value);
}

function lengthFaults(day: LocalDay, length: number, path: string, zone: string): Fault[] {
  return check(path, length === quartersIn(day, zone), WRONG_LENGTH);
}

/** Undefined: not a day of the calendar. */
function quartersIn(day: LocalDay, zone: string): number | undefined {
  try {
    return dayQuarters(day, zone).length;
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function repeatedDays(path: string, days: readonly { readonly day: LocalDay }[]): Fault[] {
  return repeated(
    path,
    days.map(({ day }) => day),
    'must be one per day',
  );
}
