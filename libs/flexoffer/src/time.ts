/** Milliseconds since 1970-01-01T00:00:00Z, an integer. */
export type Instant = number;

/**
 * Market time: floor(epoch seconds / 900), global and in UTC, so that no local calendar is needed inside.
 *
 * ```
 * index      1758704          1758705          1758706
 *            |----------------|----------------|-----
 * starts at  20:00:00.000     20:15:00.000     20:30:00.000   (27 February 2020, UTC)
 * ```
 * An interval contains its start and not its end.
 */
export type IntervalIndex = number;

/** Length of a market interval in seconds. */
export const INTERVAL_SECONDS = 900;

const INTERVAL_MILLISECONDS = INTERVAL_SECONDS * 1000;

/** The interval that contains `instant`; floors, so instants before 1970 are right too. */
export function intervalOf(instant: Instant): IntervalIndex {
  return Math.floor(instant / INTERVAL_MILLISECONDS);
}

/** The instant at which `interval` starts. */
export function instantOf(interval: IntervalIndex): Instant {
  return interval * INTERVAL_MILLISECONDS;
}
