import type { IntervalIndex } from '#flexoffer';
import type { IntervalValues } from '../../calendar/interval-values.js';
import { dayQuarters } from '../../calendar/day-quarters.js';
import type { BaselineInput, BaselineMethod, BaselineValue } from '../baseline-method.js';
import { consideredDays } from '../considered-days.js';
import type { DayProfile } from '../day-profile.js';
import { meanTemperature } from '../mean-temperature.js';
import { roundHalfAway } from '../round-half-away.js';
import type { Observation, Predict } from './group-means.js';
import { fitWithGroupConstants } from './group-means.js';
import { temperatureBounds, temperatureParts } from './temperature-bins.js';
import { timeOfWeek, weekdayOf } from './time-of-week.js';
import { LOOK_BACK_DAYS, trainingDays, weightOf } from './training-days.js';

/** So that a time of the week's constant is a mean of several days and not the memory of one. */
const LEAST_DAYS_OF_EACH_WEEKDAY = 4;

/**
 * A constant for each quarter of the week plus up to 7 straight pieces of temperature, by weighted least squares over
 * the same calendar month and those beside it in the last 365 days. After CalTRACK's hourly methods (time of week and
 * temperature), without their second set of slopes for unoccupied hours, and by the quarter.
 *
 * Fails with `insufficient-days` unless each of Monday to Sunday has 4 complete days. Adjusts nothing.
 */
export const timeOfWeekAndTemperature: BaselineMethod = {
  name: 'time-of-week-temperature',
  lookBackDays: LOOK_BACK_DAYS,
  adjusts: false,
  needs: 'temperature',
  baseline(input) {
    const { day, zone, holidays, temperatureC = new Map<IntervalIndex, number>() } = input;
    if (meanTemperature(day, zone, temperatureC) === undefined)
      return { ok: false, reason: 'no-temperature', days: [] };
    const { eligible, skipped } = trainingDays(input);
    const counted = enough(eligible) ? eligible : [];
    const days = consideredDays({ eligible, low: [], skipped }, new Set(counted.map((each) => each.day)));
    const model = fit(counted, input, temperatureC);
    const weekday = weekdayOf(day, holidays);
    const values: BaselineValue[] = [];
    for (const { interval, quarter } of dayQuarters(day, zone)) {
      const predicted = model(timeOfWeek(weekday, quarter), temperatureC.get(interval) ?? 0);
      if (predicted === undefined) return { ok: false, reason: 'insufficient-days', days };
      values.push({ interval, baselineWh: roundHalfAway(predicted) });
    }
    return { ok: true, values, days };
  },
};

function enough(days: readonly DayProfile[]): boolean {
  const counts = new Array<number>(8).fill(0);
  for (const { day } of days) {
    const weekday = weekdayOf(day, new Set());
    counts[weekday] = (counts[weekday] ?? 0) + 1;
  }
  return counts.slice(1).every((count) => count >= LEAST_DAYS_OF_EACH_WEEKDAY);
}

function fit(
  days: readonly DayProfile[],
  { day: target, zone, readings }: BaselineInput,
  temperatureC: IntervalValues,
): (group: number, temperature: number) => number | undefined {
  const measured = days.flatMap(({ day }) => {
    const weekday = weekdayOf(day, new Set());
    const weight = weightOf(day, target);
    return dayQuarters(day, zone).map(({ interval, quarter }) => ({
      group: timeOfWeek(weekday, quarter),
      weight,
      temperature: temperatureC.get(interval) ?? 0,
      value: readings.get(interval) ?? 0,
    }));
  });
  const bounds = temperatureBounds(measured.map(({ temperature }) => temperature));
  const observations = measured.map(({ temperature, ...rest }): Observation => ({
    ...rest,
    features: temperatureParts(temperature, bounds),
  }));
  const predict: Predict = fitWithGroupConstants(observations, bounds.length + 1);
  return (group, temperature) => predict(group, temperatureParts(temperature, bounds));
}
