import { dayQuarters } from '../calendar/day-quarters.js';
import { inNaturalOrder } from '../order.js';
import type { BaselineMethod } from './baseline-method.js';
import { consideredDays } from './considered-days.js';
import type { DayProfile } from './day-profile.js';
import type { LikeDayRules } from './like-days.js';
import { TEN_LIKE_DAYS, likeDays } from './like-days.js';
import { meanProfile } from './mean-profile.js';

/**
 * A method that takes the mean of some of the latest like days (10, unless `rules` say otherwise).
 *
 * @param select given the days from the lowest energy to the highest (of equal ones the earlier day first), the
 *   days of the mean. Whole days: an interval is never judged on its own.
 */
export function likeDayMethod(
  name: string,
  select: (ascending: readonly DayProfile[]) => readonly DayProfile[],
  rules: LikeDayRules = TEN_LIKE_DAYS,
): BaselineMethod {
  return {
    name,
    lookBackDays: rules.lookBackDays,
    adjusts: false,
    baseline(input) {
      const found = likeDays(input, rules);
      const enough = found.eligible.length === rules.count;
      const counted = enough ? select(ranked(found.eligible)) : [];
      const days = consideredDays(found, new Set(counted.map(({ day }) => day)));
      const values = enough ? meanProfile(dayQuarters(input.day, input.zone), counted) : undefined;
      return values === undefined
        ? { ok: false, reason: 'insufficient-days', days }
        : { ok: true, values, days };
    },
  };
}

function ranked(days: readonly DayProfile[]): DayProfile[] {
  return days.toSorted((a, b) => a.energyWh - b.energyWh || inNaturalOrder(a.day, b.day));
}
