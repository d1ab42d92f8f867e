import type { FlexOffer } from '../flex-offer.js';
import type { Fault } from '../result.js';

const LEAST = -10_000_000;
const MOST = 1_000_000_000;

/** Asked prices are whole micro-units per kWh between -10 and 1,000 of the currency. A negative price pays for being used, as an offer to take surplus may; much more is a mistake of unit or sign. */
export function pricesWithinReason({ price }: FlexOffer): Fault[] {
  return (['up', 'down'] as const)
    .filter((direction) => {
      const asked = price[direction];
      return !Number.isSafeInteger(asked) || asked < LEAST || asked > MOST;
    })
    .map((direction) => ({
      path: 'flexOfferProfileConstraints[0].tariffConstraint',
      message: `asks for ${direction} regulation ${price[direction] / 1e6} per kWh, outside -10 to 1000`,
    }));
}
