import { instantOf, intervalOf, parseInstant, type Instant, type IntervalIndex } from '#flexoffer';

/** Electricity meters that count quarter-hours are younger. */
export const EARLIEST = Date.parse('1995-01-01T00:00:00Z');

/** A stretch of whole quarter-hours: from the first on, up to and without `end`. */
export interface QuarterHours {
  readonly first: IntervalIndex;
  readonly end: IntervalIndex;
}

/**
 * Reads the bounds of a stretch of time, ISO 8601 with an offset.
 *
 * @param now nothing after it can have been measured
 * @returns the stretch, or in words what is wrong with it
 */
export function quarterHours(start: string, end: string, now: Instant): QuarterHours | string {
  const [from, to] = [parseInstant(start), parseInstant(end)];
  if (from === undefined) return `${start} is not an instant with an offset`;
  if (to === undefined) return `${end} is not an instant with an offset`;
  if (from !== instantOf(intervalOf(from)) || to !== instantOf(intervalOf(to)))
    return `${start} to ${end} does not consist of whole quarter-hours`;
  if (to <= from) return `${end} is not after ${start}`;
  if (from < EARLIEST) return `${start} is before 1995`;
  if (to > now) return `${end} is in the future`;
  return { first: intervalOf(from), end: intervalOf(to) };
}
