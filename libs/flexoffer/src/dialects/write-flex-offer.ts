import type { Dialect, FlexOffer } from '../flex-offer.js';
import type { DemoSiteMessage } from '../schema/demo-site.js';
import type { MarketMessage } from '../schema/market.js';
import type { SlicesMessage } from '../schema/slices.js';
import type { WireFlexOffer } from '../schema/specification-1.js';
import type { Specification2Message } from '../schema/specification-2.js';
import { EnergyForm, type EnergyOptions } from './energy-form.js';
import { putUnknownFields } from './unknown-fields.js';
import { writeDemoSite } from './write-demo-site.js';
import { writeMarket } from './write-market.js';
import { writeSlices } from './write-slices.js';
import { writeSpecification1, writeSpecification2 } from './write-specification.js';

/** The message of an offer in each form. */
export interface FlexOfferMessages {
  readonly 'specification-1': WireFlexOffer;
  readonly 'specification-2': Specification2Message;
  readonly 'demo-site': DemoSiteMessage;
  readonly market: MarketMessage;
  readonly slices: SlicesMessage;
}

export type FlexOfferMessage = FlexOfferMessages[Dialect];

/** For whom a message is written. */
export interface WriteOptions extends EnergyOptions {
  /** Absent: the form in which the offer arrived, or `specification-1` for one that was made here. */
  readonly dialect?: Dialect;
}

const WRITERS: {
  readonly [Form in Dialect]: (offer: FlexOffer, form: EnergyForm) => FlexOfferMessages[Form];
} = {
  'specification-1': writeSpecification1,
  'specification-2': writeSpecification2,
  'demo-site': writeDemoSite,
  market: writeMarket,
  slices: writeSlices,
};

/**
 * The message of an offer, in the receiver's sign and form; `readFlexOffer` with the same sign gives the offer back, as
 * far as the form carries it:
 *
 * | form               | what it does not carry                                                                     |
 * | ------------------ | ------------------------------------------------------------------------------------------ |
 * | `specification-1`  | nothing is lost                                                                            |
 * | `specification-2`  | nothing is lost                                                                            |
 * | `demo-site`        | the grid node                                                                              |
 * | `market`           | ids that are no numbers, state, acceptance deadline, node, device, schedules, milliseconds |
 * | `slices`           | the grid node, variable durations (held at those of the default schedule)                  |
 *
 * In all of them a schedule that says how long its slices last, and spreads one of them unevenly, is written by single
 * intervals and no longer says so. The unknown fields with which an offer arrived come back in its own form only.
 */
export function writeFlexOffer<Form extends Dialect>(
  offer: FlexOffer,
  options: WriteOptions & { readonly dialect: Form },
): FlexOfferMessages[Form];
export function writeFlexOffer(offer: FlexOffer, options: WriteOptions): FlexOfferMessage;
export function writeFlexOffer(offer: FlexOffer, options: WriteOptions): FlexOfferMessage {
  const dialect = options.dialect ?? offer.origin?.dialect ?? 'specification-1';
  const message = { ...WRITERS[dialect](offer, new EnergyForm(options)) };
  if (dialect === offer.origin?.dialect) putUnknownFields(message, offer.origin.unknownFields);
  return message;
}
