import { MOST_INTERVALS } from '../feasibility/most-intervals.js';
import type { FlexOffer } from '../flex-offer.js';
import type { Fault } from '../result.js';
import { isCalendarInterval } from './calendar-instant.js';

/** The start window is not empty and at most seven days wide. */
export function windowInOrder({ startAfter, startBefore }: FlexOffer): Fault[] {
  if (!isCalendarInterval(startAfter) || !isCalendarInterval(startBefore)) return [];
  if (startAfter > startBefore)
    return [{ path: 'startBeforeTime', message: 'must not be before startAfterTime' }];
  if (startBefore - startAfter <= MOST_INTERVALS) return [];
  return [{ path: 'startBeforeTime', message: 'must be at most 7 days after startAfterTime' }];
}
