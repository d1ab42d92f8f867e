import type { Schedule } from '#flexoffer';
import type { FlexOfferContent } from '../flexoffers/flex-offer-content.js';
import type { EnergyByInterval } from './energy-by-interval.js';

/** A member of a traded aggregate as it stands, before something is re-planned. */
export interface StandingMember {
  readonly offer: FlexOfferContent;
  readonly schedule: Schedule;
  /** What it owes to buyers, over all trades of an interval; positive is less consumption. */
  readonly orderedWh: EnergyByInterval;
}
