import type { BuySubmission } from '../order-submission.js';

/** One week. */
const MOST_INTERVALS = 672;

/** A buy order names at most a week of whole intervals, each once and in order. */
export function intervalsInOrder({ intervals }: BuySubmission): string[] {
  if (intervals.length > MOST_INTERVALS)
    return [`has ${intervals.length} intervals; ${MOST_INTERVALS} is the most`];
  const inOrder = intervals.every(({ interval }, index) => {
    const before = intervals[index - 1];
    return Number.isSafeInteger(interval) && (before === undefined || before.interval < interval);
  });
  return inOrder ? [] : ['must name whole intervals, each once and in order'];
}
