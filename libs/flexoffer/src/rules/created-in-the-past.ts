import type { FlexOffer } from '../flex-offer.js';
import type { Fault } from '../result.js';
import type { AcceptanceContext } from './acceptance-context.js';
import { isBefore } from './calendar-instant.js';

/** An offer was not created in the future. */
export function createdInThePast({ creation }: FlexOffer, { now }: AcceptanceContext): Fault[] {
  return isBefore(now, creation) ? [{ path: 'creationTime', message: 'must not be in the future' }] : [];
}
