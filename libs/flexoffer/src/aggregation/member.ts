import type { FlexOffer } from '../flex-offer.js';

/** An offer in an aggregate; it starts `offsetIntervals` after the aggregate. */
export interface Member {
  readonly offer: FlexOffer;
  readonly offsetIntervals: number;
}
