import type { FlexOffer } from '../flex-offer.js';
import type { Fault } from '../result.js';
import { heldSchedule } from './held-schedule.js';

/** The default schedule keeps to the window and to every constraint on energies: it is what happens if nobody trades. */
export function defaultScheduleFeasible(offer: FlexOffer): Fault[] {
  return heldSchedule(offer, offer.defaultSchedule, 'defaultSchedule');
}
