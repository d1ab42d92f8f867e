import type { FlexOffer } from '../flex-offer.js';
import type { Fault } from '../result.js';
import { isCalendarInstant, isCalendarInterval } from './calendar-instant.js';

/** Instants are whole milliseconds and the start window has whole intervals, all of them from 1970 to 9999. */
export function wellFormedTimes(offer: FlexOffer): Fault[] {
  const { creation, acceptanceBefore, assignmentBefore, startAfter, startBefore } = offer;
  const times: readonly (readonly [path: string, isTime: boolean])[] = [
    ['creationTime', isCalendarInstant(creation)],
    ['acceptBeforeTime', isCalendarInstant(acceptanceBefore)],
    ['assignmentBeforeTime', isCalendarInstant(assignmentBefore)],
    ['startAfterTime', isCalendarInterval(startAfter)],
    ['startBeforeTime', isCalendarInterval(startBefore)],
  ];
  return times
    .filter(([, isTime]) => !isTime)
    .map(([path]) => ({ path, message: 'is not a time between 1970 and 9999' }));
}
