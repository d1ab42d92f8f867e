import { derivedId } from './derived-id.js';

/** The id of the schedule that a FlexOffer gets from the aggregate with which it has traded: it trades once. */
export function scheduleIdOf(flexOfferId: string, aggregateId: string): string {
  return derivedId('sc', flexOfferId, aggregateId);
}
