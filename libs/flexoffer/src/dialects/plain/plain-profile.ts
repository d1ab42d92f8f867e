import { isJsonObject } from '../message-fields.js';
import { isSamePrice } from '../read-price.js';
import type { Profile } from '../read-profile.js';
import type { SignConvention } from '../sign.js';
import { MOST_INTERVALS } from '../../feasibility/most-intervals.js';
import type { AskedPrice, EnergyBounds, Slice } from '../../flex-offer.js';
import { plainBounds } from './plain-bounds.js';
import type { PlainMessage } from './plain-message.js';
import { plainPrice } from './plain-price.js';
import { plainSlice, type SliceMessage } from './plain-slice.js';

/** The slices, their prices and the total energy of a message; undefined if there is anything unusual in them. */
export function plainProfile(message: PlainMessage, sign: SignConvention): Profile | undefined {
  const messages = sliceMessages(message.flexOfferProfileConstraints);
  const price = messages && plainPrice(messages[0]?.tariffConstraint, sign);
  const slices = price && plainSlices(messages, price, sign);
  if (price === undefined || slices === undefined) return undefined;
  if ((message.totalEnergyConstraint ?? null) === null) return { slices, price };
  const totalEnergy = plainTotal(message.totalEnergyConstraint, slices, sign);
  return totalEnergy && { slices, price, totalEnergy };
}

function sliceMessages(value: unknown): readonly SliceMessage[] | undefined {
  if (!Array.isArray(value) || value.length === 0 || value.length > MOST_INTERVALS) return undefined;
  const list: readonly unknown[] = value;
  return list.every(isJsonObject) ? list : undefined;
}

/** Slices that all name a price, or that all name none. The first price is the offer's; others stand in their slices. */
function plainSlices(
  messages: readonly SliceMessage[],
  offerPrice: AskedPrice,
  sign: SignConvention,
): readonly Slice[] | undefined {
  const arePriced = messages[0]?.tariffConstraint !== undefined;
  const slices: Slice[] = [];
  let length = 0;
  for (const message of messages) {
    const slice = plainSlice(message, sign);
    const price = plainPrice(message.tariffConstraint, sign);
    if (slice === undefined || price === undefined || (message.tariffConstraint !== undefined) !== arePriced)
      return undefined;
    length += slice.minDuration;
    slices.push(isSamePrice(price, offerPrice) ? slice : { ...slice, price });
  }
  return length <= MOST_INTERVALS ? slices : undefined;
}

/** A total that the slices reach without its being moved; else undefined. */
function plainTotal(
  value: unknown,
  slices: readonly Slice[],
  sign: SignConvention,
): EnergyBounds | undefined {
  const total = plainBounds(value, sign);
  if (total === undefined) return undefined;
  let least = 0;
  let most = 0;
  for (const slice of slices) {
    least += slice.lowerWh;
    most += slice.upperWh;
  }
  return total.lowerWh <= most && total.upperWh >= least ? total : undefined;
}
