import { MOST_INTERVALS } from '../../feasibility/most-intervals.js';

/** Whether a value is a number of intervals. Larger ones are for the full reader to take or to refuse. */
export function isDuration(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= MOST_INTERVALS;
}
