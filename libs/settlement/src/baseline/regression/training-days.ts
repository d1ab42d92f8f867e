import type { LocalDay } from '../../calendar/local-day.js';
import { daysAfter } from '../../calendar/local-day.js';
import type { BaselineInput } from '../baseline-method.js';
import type { DayProfile } from '../day-profile.js';
import type { SkippedDay } from '../like-days.js';
import { usableDay } from '../like-days.js';
import { meanTemperature } from '../mean-temperature.js';

/** CalTRACK's reporting year. */
export const LOOK_BACK_DAYS = 365;

/** The days of which the regression learns, and those passed over, both the latest first. */
export interface TrainingDays {
  readonly eligible: readonly DayProfile[];
  readonly skipped: readonly SkippedDay[];
}

/**
 * The days of the last 365 in the target day's calendar month or in one beside it (of any year) that are no event,
 * outage or holiday and have every reading and temperature. Days of other months are not even looked at.
 */
export function trainingDays(input: BaselineInput): TrainingDays {
  const eligible: DayProfile[] = [];
  const skipped: SkippedDay[] = [];
  for (let back = 1; back <= LOOK_BACK_DAYS; back += 1) {
    const day = daysAfter(input.day, -back);
    if (monthsApart(day, input.day) > 1) continue;
    const usable = input.holidays.has(day) ? 'other day type' : usableDay(day, input);
    if (typeof usable === 'string') skipped.push({ day, reason: usable });
    else if (meanTemperature(day, input.zone, input.temperatureC ?? new Map()) === undefined)
      skipped.push({ day, reason: 'incomplete temperatures' });
    else eligible.push(usable);
  }
  return { eligible, skipped };
}

/** CalTRACK: 1 in the target day's month, a half in those beside it. */
export function weightOf(day: LocalDay, target: LocalDay): number {
  return monthsApart(day, target) === 0 ? 1 : 0.5;
}

/** 0 to 6, of the calendar year's circle: December is beside January. */
function monthsApart(day: LocalDay, other: LocalDay): number {
  const apart = Math.abs(Number(day.slice(5, 7)) - Number(other.slice(5, 7)));
  return Math.min(apart, 12 - apart);
}
