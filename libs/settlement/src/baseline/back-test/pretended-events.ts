import type { LocalDay } from '../../calendar/local-day.js';
import type { BaselineEvent } from '../baseline-event.js';
import { dayQuarters } from '../../calendar/day-quarters.js';

/** What the back-test pretends to have been asked for. */
export interface PretendedEvents {
  /** In intervals, 1 to 92. */
  readonly length: number;
  /** How many intervals before its begin the participant would have learned of it. */
  readonly notice: number;
}

/**
 * Events one after the other from midnight on, as many as the day holds: a method that is right in the afternoon alone
 * does not pass. Each is tested as if it were the day's only one.
 */
export function pretendedEvents(
  day: LocalDay,
  zone: string,
  { length, notice }: PretendedEvents,
): BaselineEvent[] {
  const quarters = dayQuarters(day, zone);
  const start = quarters[0]?.interval ?? 0;
  return Array.from({ length: Math.floor(quarters.length / length) }, (_, index) => {
    const from = start + index * length;
    return { from, to: from + length, notifiedAt: from - notice };
  });
}
