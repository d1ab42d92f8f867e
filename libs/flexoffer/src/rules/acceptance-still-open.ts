import type { FlexOffer } from '../flex-offer.js';
import type { Fault } from '../result.js';
import type { AcceptanceContext } from './acceptance-context.js';
import { isCalendarInstant } from './calendar-instant.js';

/** There is still time for the acceptance: its deadline lies after now. At the deadline itself it is too late. */
export function acceptanceStillOpen({ acceptanceBefore }: FlexOffer, { now }: AcceptanceContext): Fault[] {
  if (!isCalendarInstant(acceptanceBefore) || now < acceptanceBefore) return [];
  return [{ path: 'acceptBeforeTime', message: 'has passed' }];
}
