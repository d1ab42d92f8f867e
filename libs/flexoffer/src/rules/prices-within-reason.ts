import type { FlexOffer, MicroPerKwh } from '../flex-offer.js';
import type { Fault } from '../result.js';
import { pricesOf } from './prices-of.js';

const LEAST = -10_000_000;
const MOST = 1_000_000_000;

/** Whether this is a price that somebody may mean: whole micro-units per kWh between -10 and 1,000 of the currency. */
export function isReasonablePrice(asked: MicroPerKwh): boolean {
  return Number.isSafeInteger(asked) && asked >= LEAST && asked <= MOST;
}

/**
 * Asked prices, of the offer and of single slices, are within reason. A negative price pays for being used, as an offer
 * to take surplus may; much more is a mistake of unit or sign.
 */
export function pricesWithinReason(offer: FlexOffer): Fault[] {
  return pricesOf(offer).flatMap(({ price, path }) =>
    (['up', 'down'] as const)
      .filter((direction) => !isReasonablePrice(price[direction]))
      .map((direction) => ({
        path,
        message: `asks for ${direction} regulation ${price[direction] / 1e6} per kWh, outside -10 to 1000`,
      })),
  );
}
