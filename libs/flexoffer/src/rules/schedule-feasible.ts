import { scheduleFaults } from '../feasibility/schedule-faults.js';
import { isSoundProfile } from './is-sound-profile.js';
import type { FlexOffer } from '../flex-offer.js';
import type { Fault } from '../result.js';

/** A schedule that an offer already carries keeps to the window, the slices and the total energy. */
export function scheduleFeasible(offer: FlexOffer): Fault[] {
  if (!isSoundProfile(offer.slices) || offer.schedule === undefined) return [];
  return scheduleFaults(offer, offer.schedule).map(({ path, message }) => ({
    path: `flexOfferSchedule.${path}`,
    message,
  }));
}
