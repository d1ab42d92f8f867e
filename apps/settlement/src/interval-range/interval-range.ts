import { instantOf, intervalOf, type Instant, type IntervalIndex } from '#flexoffer';
import { readRange } from '#paging';
import { badRequest } from '#problem-details';

/** Intervals, `to` exclusive. */
export interface IntervalRange {
  readonly from: IntervalIndex;
  readonly to: IntervalIndex;
}

/** Beyond every interval that a message can name: its start has a year of five digits. */
export const AFTER_ALL_INTERVALS: IntervalIndex = intervalOf(Date.UTC(10_000, 0));

/** The first interval that starts at `instant` or later. */
export function intervalFrom(instant: Instant): IntervalIndex {
  const interval = intervalOf(instant);
  return instantOf(interval) === instant ? interval : interval + 1;
}

/** The intervals that start in `?from=&to=`; without them there is no bound. @throws Problem 400 */
export function readIntervals(from: string | undefined, to: string | undefined): IntervalRange {
  const range = readRange(from, to);
  return {
    from: range.from === undefined ? 0 : intervalFrom(range.from),
    to: range.to === undefined ? AFTER_ALL_INTERVALS : intervalFrom(range.to),
  };
}

/** As `readIntervals`, where both bounds must be given and lie at most `most` intervals apart. */
export function readBoundedIntervals(
  from: string | undefined,
  to: string | undefined,
  most: number,
): IntervalRange {
  const missing = Object.entries({ from, to }).filter(([, value]) => value === undefined);
  if (missing.length > 0) throw badRequest(missing.map(([path]) => ({ path, message: 'is missing' })));
  const range = readIntervals(from, to);
  if (range.to - range.from > most)
    throw badRequest([{ path: 'to', message: `must be at most ${most} quarter-hours after from` }]);
  return range;
}
