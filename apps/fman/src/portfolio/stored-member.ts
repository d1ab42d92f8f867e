import type { FlexOfferContent } from '../flexoffers/flex-offer-content.js';

/** A member as it was when the aggregate was published. */
export interface StoredMember {
  readonly offer: FlexOfferContent;
  readonly contentHash: string;
  readonly offsetIntervals: number;
}
