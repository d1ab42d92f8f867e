/** The demo day is Wednesday 31 January 2024 in Luxembourg (UTC+1); src/calendar says why. */
export const DAY_START = Date.UTC(2024, 0, 30, 23);
export const EARLIER_DAYS = 20;
export const QUARTERS_A_DAY = 96;
export const QUARTER = 15 * 60 * 1000;
export const WEEK = 7 * QUARTERS_A_DAY * QUARTER;
