import { scheduleFaults } from '../feasibility/schedule-faults.js';
import { isSoundProfile } from './is-sound-profile.js';
import type { FlexOffer } from '../flex-offer.js';
import type { Fault } from '../result.js';

/** The default schedule keeps to the window, the slices and the total energy: it is what happens if nobody trades. */
export function defaultScheduleFeasible(offer: FlexOffer): Fault[] {
  if (!isSoundProfile(offer.slices)) return [];
  return scheduleFaults(offer, offer.defaultSchedule).map(({ path, message }) => ({
    path: `defaultSchedule.${path}`,
    message,
  }));
}
