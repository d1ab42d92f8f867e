import { parseInstant, type Instant } from '#flexoffer';
import { badRequest } from '#problem-details';

/** The instant as of which a question is asked; without one: now. @throws Problem 400 */
export function readAsOf(asOf: string | undefined, now: Instant): Instant {
  if (asOf === undefined) return now;
  const instant = parseInstant(asOf);
  if (instant === undefined) throw badRequest([{ path: 'asOf', message: 'must be an ISO 8601 instant' }]);
  return instant;
}
