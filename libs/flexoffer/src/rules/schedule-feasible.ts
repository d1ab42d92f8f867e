import type { FlexOffer } from '../flex-offer.js';
import type { Fault } from '../result.js';
import { heldSchedule } from './held-schedule.js';

/** A schedule that an offer already carries keeps to the window and to every constraint on energies. */
export function scheduleFeasible(offer: FlexOffer): Fault[] {
  return offer.schedule === undefined ? [] : heldSchedule(offer, offer.schedule, 'flexOfferSchedule');
}
