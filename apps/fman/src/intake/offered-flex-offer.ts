import type { FlexOffer, Instant } from '#flexoffer';
import { contentHashOf, contentOf } from '../flexoffers/flex-offer-content.js';

/** An offer that was read and shall be taken. */
export interface OfferedFlexOffer {
  readonly offer: FlexOffer;
  /** Of the request that brought it. */
  readonly trace: string;
  /**
   * The same message as it would have been read at another time: a message that does not tell its creation says
   * the same today as it said yesterday. Absent where the offer does not depend on it.
   */
  readonly readAt?: (now: Instant) => FlexOffer | undefined;
}

/** Whether an offer is the one that is known already. */
export function saysTheSame(
  { offer, readAt }: Pick<OfferedFlexOffer, 'offer' | 'readAt'>,
  known: { readonly contentHash: string; readonly creation: Instant },
): boolean {
  if (contentHashOf(contentOf(offer)) === known.contentHash) return true;
  const then = readAt?.(known.creation);
  return then !== undefined && contentHashOf(contentOf(then)) === known.contentHash;
}
