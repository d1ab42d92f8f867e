import type { IntervalIndex } from '#flexoffer';
import { localDayOf, localDays } from '../calendar/local-day-of.js';
import { quartersOf } from '../calendar/local-quarters.js';
import type { RewardedMonth } from './reward-facts.js';

/**
 * The local days that count in a period, by month. A day belongs to the period, and to the version of the contract,
 * in which it begins; so over periods that follow each other every day counts once, whatever their bounds.
 *
 * @param isInForce whether the version binds at the start of an interval
 */
export function rewardedMonths(
  { from, to }: { readonly from: IntervalIndex; readonly to: IntervalIndex },
  zone: string,
  isInForce: (interval: IntervalIndex) => boolean,
): RewardedMonth[] {
  const months = new Map<string, number>();
  for (const day of localDays(from, to, zone)) {
    const start = quartersOf(day, zone)[0]?.interval;
    const begins = start !== undefined && start >= from && localDayOf(start, zone) === day;
    if (!begins || !isInForce(start)) continue;
    const month = day.slice(0, 'yyyy-mm'.length);
    months.set(month, (months.get(month) ?? 0) + 1);
  }
  return [...months].map(([month, days]) => ({ month, days }));
}
