import type { LocalDay } from '../calendar/local-day.js';
import { quartersOf } from '../calendar/local-quarters.js';
import { inNaturalOrder } from '../order.js';
import type { BaselineMethod, ConsideredDay } from './baseline-method.js';
import type { DayProfile } from './day-profile.js';
import type { LikeDays } from './like-days.js';
import { LIKE_DAYS, likeDays } from './like-days.js';
import { meanProfile } from './mean-profile.js';

/**
 * A method that takes the mean of some of the 10 latest like days.
 *
 * @param select given the 10 days from the lowest energy to the highest (of equal ones the earlier day first), the
 *   days of the mean. Whole days: an interval is never judged on its own.
 */
export function likeDayMethod(
  name: string,
  select: (ascending: readonly DayProfile[]) => readonly DayProfile[],
): BaselineMethod {
  return {
    name,
    baseline(input) {
      const found = likeDays(input);
      const enough = found.eligible.length === LIKE_DAYS;
      const counted = enough ? select(ranked(found.eligible)) : [];
      const days = considered(found, new Set(counted.map(({ day }) => day)));
      const values = enough ? meanProfile(quartersOf(input.day, input.zone), counted) : undefined;
      return values === undefined
        ? { ok: false, reason: 'insufficient-days', days }
        : { ok: true, values, days };
    },
  };
}

function ranked(days: readonly DayProfile[]): DayProfile[] {
  return days.toSorted((a, b) => a.energyWh - b.energyWh || inNaturalOrder(a.day, b.day));
}

function considered({ eligible, skipped }: LikeDays, counted: ReadonlySet<LocalDay>): ConsideredDay[] {
  const days: ConsideredDay[] = [
    ...eligible.map(({ day, energyWh }): ConsideredDay => ({
      day,
      use: counted.has(day) ? 'counted' : 'trimmed',
      energyWh,
    })),
    ...skipped.map(({ day, reason }): ConsideredDay => ({ day, use: 'skipped', reason })),
  ];
  return days.sort((a, b) => inNaturalOrder(b.day, a.day));
}
