import canonicalize from 'canonicalize';
import { profileLength, type Fault, type FlexOffer, type IntervalIndex } from '#flexoffer';
import { contentHash } from '#identifiers';

/** What the owner says, without what becomes of it. */
export type FlexOfferContent = Omit<FlexOffer, 'state' | 'stateReason' | 'schedule'>;

export function contentOf(offer: FlexOffer): FlexOfferContent {
  const { state: _state, stateReason: _stateReason, schedule: _schedule, ...content } = offer;
  return content;
}

/** Tells whether two messages say the same, in whatever order they name their fields. */
export function contentHashOf(content: FlexOfferContent): string {
  return contentHash(canonicalize(content));
}

/** The interval before which everything has ended, also after the latest start. */
export function lastEndOf({ startBefore, slices }: FlexOfferContent): IntervalIndex {
  return startBefore + profileLength(slices);
}

/** PostgreSQL keeps no NUL and no half characters, so an offer whose names have them is refused, not rejected. */
export function storageFaults({ id, offeredById, deviceId, flexibilityId, gridNode }: FlexOffer): Fault[] {
  return Object.entries({ id, offeredById, deviceId, flexibilityId, locationID: gridNode })
    .filter(([, text]) => /[\p{Cc}\p{Cs}]/u.test(text ?? ''))
    .map(([path]) => ({ path, message: 'has characters that cannot be kept' }));
}
