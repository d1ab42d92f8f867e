import type { IntervalIndex, Schedule } from '#flexoffer';
import type { DeliveriesCorrected } from '#messages';
import type { FlexOfferContent } from '../flexoffers/flex-offer-content.js';

export type VersionedDelivery = DeliveriesCorrected['deliveries'][number];

/** A member with its schedule before and after a re-plan; the same one if it does not move. */
export interface ReplannedMember {
  readonly offer: FlexOfferContent;
  readonly before: Schedule;
  readonly after: Schedule;
}

/** What there is in an interval before its orders are handed over. */
export interface ReplannedInterval {
  readonly interval: IntervalIndex;
  /** Of all members, by trade. */
  readonly deliveries: readonly VersionedDelivery[];
  readonly leaving: ReplannedMember;
  /** By offer id. */
  readonly others: readonly ReplannedMember[];
}
