import type { LocalDay } from '../calendar/local-day.js';
import { inNaturalOrder } from '../order.js';
import type { ConsideredDay } from './baseline-method.js';
import type { LikeDays } from './like-days.js';

/** What became of each day looked at, the latest first; a day with values that is not `counted` was trimmed. */
export function consideredDays(
  { eligible, low, skipped }: LikeDays,
  counted: ReadonlySet<LocalDay>,
): ConsideredDay[] {
  const days: ConsideredDay[] = [
    ...[...eligible, ...low].map(({ day, energyWh }): ConsideredDay => ({
      day,
      use: counted.has(day) ? 'counted' : 'trimmed',
      energyWh,
    })),
    ...skipped.map(({ day, reason }): ConsideredDay => ({ day, use: 'skipped', reason })),
  ];
  return days.sort((a, b) => inNaturalOrder(b.day, a.day));
}
