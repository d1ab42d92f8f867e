import type { FlexOffer } from '../flex-offer.js';
import type { Fault } from '../result.js';
import type { AcceptanceContext } from './acceptance-context.js';
import { isCalendarInstant } from './calendar-instant.js';

/** There is still time for the assignment: its deadline lies after now. At the deadline itself it is too late. */
export function assignmentStillOpen({ assignmentBefore }: FlexOffer, { now }: AcceptanceContext): Fault[] {
  if (!isCalendarInstant(assignmentBefore) || now < assignmentBefore) return [];
  return [{ path: 'assignmentBeforeTime', message: 'has passed' }];
}
