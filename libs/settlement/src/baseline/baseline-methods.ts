import type { Fault, Result } from '#flexoffer';
import { high5Of10Adjusted, mid8Of10Adjusted, tenOfTenAdjusted } from './adjusted-like-days.js';
import type { BaselineMethod } from './baseline-method.js';
import { calibratedBlend } from './blend/calibrated-blend.js';
import { defaultSchedule } from './default-schedule.js';
import { high4Of5Additive } from './high-4-of-5.js';
import { high5Of10 } from './high-5-of-10.js';
import { mid8Of10 } from './mid-8-of-10.js';
import { submittedPrognosis } from './submitted-prognosis.js';
import { timeOfWeekAndTemperature } from './regression/time-of-week-temperature.js';
import { tenOfTen } from './ten-of-ten.js';
import { weatherMatchedDays } from './weather-matched-days.js';

/** Every method that a contract can name. */
export const BASELINE_METHODS: readonly BaselineMethod[] = [
  mid8Of10,
  high5Of10,
  tenOfTen,
  defaultSchedule,
  mid8Of10Adjusted,
  high5Of10Adjusted,
  tenOfTenAdjusted,
  high4Of5Additive,
  weatherMatchedDays,
  timeOfWeekAndTemperature,
  calibratedBlend,
  submittedPrognosis,
];

/** The method that a contract names, or a fault that lists those there are. */
export function baselineMethod(name: string): Result<BaselineMethod> {
  const value = BASELINE_METHODS.find((method) => method.name === name);
  if (value !== undefined) return { ok: true, value };
  const known = BASELINE_METHODS.map((method) => method.name).join(', ');
  return { ok: false, faults: [{ path: 'baseline.method', message: `must be one of ${known}` }] };
}

/** What a contract can say about a method's adjustment: none, or by what was measured on the day before the event. */
export const ADJUSTMENTS = ['none', 'same-day'] as const;
export type AdjustmentName = (typeof ADJUSTMENTS)[number];

/**
 * The method of a contract with the adjustment that the contract wants: `10-of-10` with `same-day` is
 * `10-of-10-adjusted`. Without a wish the method is as its name says; a fault if it cannot be had as wished.
 */
export function adjustedMethod(name: string, adjustment?: AdjustmentName): Result<BaselineMethod> {
  const method = baselineMethod(name);
  if (!method.ok || adjustment === undefined || method.value.adjusts === (adjustment === 'same-day'))
    return method;
  const adjusted = baselineMethod(`${name}-adjusted`);
  if (adjustment === 'same-day' && adjusted.ok) return adjusted;
  const message =
    adjustment === 'none' ? `cannot be had: ${name} is always adjusted` : `is not there for ${name}`;
  const fault: Fault = { path: 'baseline.adjustment', message };
  return { ok: false, faults: [fault] };
}
