import { instantOf, intervalOf, type Instant, type IntervalIndex } from '#flexoffer';

/**
 * The day was chosen from the calendar, before anything was traded on it: a Wednesday in the heating season of
 * the grid data (January to June 2024), without a public or school holiday on it or in the 20 days before, which
 * hold 14 working days, and two months from the clock change.
 *
 * ```
 * UTC    20:00   23:00                                  23:00     01:00                     11:00
 *        |-------|======================================|---------|-------------------------|
 *        FIRST   DAY_START      31 January 2024         DAY_END   LAST_POLL                 NIGHT_END
 *        _POLL   00:00 local time (UTC+1)               24:00     deadlines have passed     cars have left
 * ```
 */
export const DEMO_DATE = '2024-01-31';

export const QUARTERS_A_DAY = 96;
const QUARTERS_AN_HOUR = 4;

/** Days of meter data before the demo day. */
export const EARLIER_DAYS = 20;

export const DAY_START: IntervalIndex = intervalOf(Date.UTC(2024, 0, 30, 23));
export const DAY_END: IntervalIndex = DAY_START + QUARTERS_A_DAY;
export const HISTORY_START: IntervalIndex = DAY_START - EARLIER_DAYS * QUARTERS_A_DAY;
/** Devices and market start before midnight, so that the day's first quarters can be traded too. */
export const FIRST_POLL: IntervalIndex = DAY_START - 3 * QUARTERS_AN_HOUR;
export const LAST_POLL: IntervalIndex = DAY_END + 2 * QUARTERS_AN_HOUR;
/** By then everything that was scheduled has happened. */
export const NIGHT_END: IntervalIndex = DAY_END + 12 * QUARTERS_AN_HOUR;

/** Where the platform's simulated clock must stand when it is started for the demo day. */
export function demoStart(): Instant {
  return instantOf(FIRST_POLL);
}

/** `2024-01-30T23:00:00Z` */
export function isoOf(instant: Instant): string {
  return new Date(instant).toISOString().replace('.000Z', 'Z');
}

export function isoOfInterval(interval: IntervalIndex): string {
  return isoOf(instantOf(interval));
}

/** Local wall clock of an interval's start on the demo day, `08:15`. */
export function localTimeOf(interval: IntervalIndex): string {
  const quarter = (((interval - DAY_START) % QUARTERS_A_DAY) + QUARTERS_A_DAY) % QUARTERS_A_DAY;
  const hour = Math.floor(quarter / QUARTERS_AN_HOUR);
  const minute = (quarter % QUARTERS_AN_HOUR) * 15;
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}
