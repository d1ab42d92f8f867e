import type { FlexOffer } from '../flex-offer.js';
import type { Fault } from '../result.js';

/** A profile has slices. */
export function atLeastOneSlice({ slices }: FlexOffer): Fault[] {
  return slices.length > 0
    ? []
    : [{ path: 'flexOfferProfileConstraints', message: 'must have at least one slice' }];
}
