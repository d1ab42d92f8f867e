import type { FlexOffer, Instant, WattHours } from '#flexoffer';
import type { OrderedEnergy } from '#messages';
import type { Execution } from './market-order.entity.js';

interface Submission {
  readonly orderId: string;
  /** The buyer or the seller. */
  readonly participantId: string;
  readonly gridNode: string;
  /** Of what was sent: the same id with the same hash is a repetition. */
  readonly contentHash: string;
  readonly exclusiveGroup?: string;
}

export interface BuySubmission extends Submission {
  readonly side: 'buy';
  readonly intervals: readonly OrderedEnergy[];
  /** Absent: `partly`. */
  readonly execution?: Execution;
  /** In every interval so much or nothing. */
  readonly minimumWh?: WattHours;
  /** The last gate in which it may trade closes no later than this; absent: until gate closure. */
  readonly validUntil?: Instant;
}

export interface SellSubmission extends Submission {
  readonly side: 'sell';
  /** The last gate in which it may trade closes no later than this. */
  readonly validUntil: Instant;
  readonly offer: FlexOffer;
  /** What was found against the offer before the market's own rules are asked. */
  readonly objections?: readonly string[];
}

export type OrderSubmission = BuySubmission | SellSubmission;
