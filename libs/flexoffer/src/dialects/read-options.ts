import type { FlexOfferState } from '../flex-offer.js';
import type { Instant } from '../time.js';
import type { EnergyUnit, Multiplier } from './energy-unit.js';
import type { SignConvention } from './sign.js';

/** What a reader must be told, because a message does not say it or must not decide it. */
export interface ReadOptions {
  /** Of the participant that sends the message. */
  readonly sign: SignConvention;
  /** Of the energies of a message that does not say its own; absent: Wh. */
  readonly unit?: EnergyUnit;
  /** Of the energies of a message that does not say its own; absent: k. */
  readonly multiplier?: Multiplier;
  /** Where the message lies in what was received (`flexOffer[0]`); begins the path of every fault. */
  readonly path?: string;
  /** Taken as the creation of an offer that does not tell its own. */
  readonly now: Instant;
  /** For a message without an id. */
  readonly id: string;
  /** The participant that sends the message; one that names another owner is faulty. */
  readonly offeredById: string;
  /** For a message without a node. Whether the owner may offer at the node that the message names is for the caller. */
  readonly gridNode: string;
  /** Known from the device's own login: stands above what the message says. */
  readonly deviceId?: string;
  /** Known from the packet around the message: stands above what the message says. */
  readonly flexibilityId?: string;
  /** The state that the receiver gives the offer, whatever the message says. */
  readonly state?: FlexOfferState;
}
