import type { IntervalIndex } from '#flexoffer';
import { dayQuarters } from '../calendar/day-quarters.js';
import type { IntervalValues } from '../calendar/interval-values.js';
import type { LocalDay } from '../calendar/local-day.js';
import type { BaselineEvent } from './baseline-event.js';
import { eventsWithin, firstNotification } from './baseline-event.js';

/** What the participant says beforehand that it will consume. */
export interface Prognosis {
  /** The interval in which it arrived. */
  readonly submittedAt: IntervalIndex;
  /** Consumption-positive; one entry for every interval of the day. */
  readonly energyWh: IntervalValues;
}

/**
 * Before this interval a prognosis must have arrived: when the day begins or its first event is notified, whichever is
 * earlier. Who knows what is asked for can choose the prognosis to suit.
 */
export function prognosisDeadline(
  day: LocalDay,
  zone: string,
  events: readonly BaselineEvent[],
): IntervalIndex {
  const quarters = dayQuarters(day, zone);
  const dayStart = quarters[0]?.interval ?? 0;
  return Math.min(dayStart, firstNotification(eventsWithin(events, quarters)) ?? dayStart);
}

/** Of several for one day, in order of arrival, the last that came in time; without one, the first that was late. */
export function prognosisInForce<T extends { readonly submittedAt: IntervalIndex }>(
  submitted: readonly T[],
  deadline: IntervalIndex,
): T | undefined {
  return submitted.findLast(({ submittedAt }) => submittedAt < deadline) ?? submitted[0];
}
