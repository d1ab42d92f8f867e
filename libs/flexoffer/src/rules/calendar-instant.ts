import { instantOf, type Instant, type IntervalIndex } from '../time.js';

/** The end of the year 9999, after which ISO dates are written in another way. */
const END_OF_CALENDAR: Instant = Date.UTC(10_000, 0);

/** Whether this is an instant at all: whole milliseconds from 1970 to 9999. */
export function isCalendarInstant(instant: Instant): boolean {
  return Number.isSafeInteger(instant) && instant >= 0 && instant < END_OF_CALENDAR;
}

/** Whether this is the number of an interval from 1970 to 9999. */
export function isCalendarInterval(interval: IntervalIndex): boolean {
  return Number.isSafeInteger(interval) && isCalendarInstant(instantOf(interval));
}

/** Whether one instant lies before another. What is no instant lies before nothing: another rule tells it. */
export function isBefore(one: Instant, other: Instant): boolean {
  return isCalendarInstant(one) && isCalendarInstant(other) && one < other;
}
