import type { LocalDay } from '../calendar/local-day.js';
import { dayQuarters } from '../calendar/day-quarters.js';
import { inNaturalOrder } from '../order.js';
import { adjusted } from './adjustment/adjusted.js';
import { ratioRule } from './adjustment/ratio-rule.js';
import type { BaselineInput, BaselineMethod } from './baseline-method.js';
import { consideredDays } from './considered-days.js';
import type { DayProfile } from './day-profile.js';
import type { LikeDays, SkippedDay } from './like-days.js';
import { likeDays } from './like-days.js';
import { meanProfile } from './mean-profile.js';
import { meanTemperature } from './mean-temperature.js';

const MATCHED_DAYS = 4;
const LOOK_BACK_DAYS = 90;

/** The eligible days with their temperature, and those passed over. */
interface Candidates {
  readonly found: LikeDays;
  readonly difference: ReadonlyMap<LocalDay, number>;
}

const UNADJUSTED: BaselineMethod = {
  name: 'weather-matched',
  lookBackDays: LOOK_BACK_DAYS,
  adjusts: false,
  needs: 'temperature',
  baseline(input) {
    const wanted = meanTemperature(input.day, input.zone, input.temperatureC ?? new Map());
    if (wanted === undefined) return { ok: false, reason: 'no-temperature', days: [] };
    const { found, difference } = candidates(input, wanted);
    const enough = found.eligible.length >= MATCHED_DAYS;
    const closest = enough ? closestDays(found.eligible, difference) : [];
    const days = consideredDays(found, new Set(closest.map(({ day }) => day)));
    const values = meanProfile(dayQuarters(input.day, input.zone), closest);
    return values === undefined
      ? { ok: false, reason: 'insufficient-days', days }
      : { ok: true, values, days };
  },
};

/**
 * The mean of the 4 like days within 90 whose mean temperature is closest to the day's (of equal ones the later),
 * adjusted by the 3 hours that end an hour before the event, at most 40 %. California ISO's residential alternative.
 */
export const weatherMatchedDays = adjusted('weather-matched', UNADJUSTED, ratioRule(12, 4, 40));

function candidates(input: BaselineInput, wanted: number): Candidates {
  const { eligible, low, skipped } = likeDays(input, {
    count: LOOK_BACK_DAYS,
    lookBackDays: LOOK_BACK_DAYS,
    leastPercentOfMean: 0,
  });
  const difference = new Map<LocalDay, number>();
  const unknown: SkippedDay[] = [];
  for (const { day } of eligible) {
    const mean = meanTemperature(day, input.zone, input.temperatureC ?? new Map());
    if (mean === undefined) unknown.push({ day, reason: 'incomplete temperatures' });
    else difference.set(day, Math.abs(mean - wanted));
  }
  const known = eligible.filter(({ day }) => difference.has(day));
  return { found: { eligible: known, low, skipped: [...skipped, ...unknown] }, difference };
}

function closestDays(days: readonly DayProfile[], difference: ReadonlyMap<LocalDay, number>): DayProfile[] {
  const of = (day: LocalDay): number => difference.get(day) ?? Number.POSITIVE_INFINITY;
  return days
    .toSorted((a, b) => of(a.day) - of(b.day) || inNaturalOrder(b.day, a.day))
    .slice(0, MATCHED_DAYS);
}
