import type { MicroPerKwh } from '#flexoffer';
import type { BuySubmission, SellSubmission } from '../order-submission.js';

/** 10 a kWh, up and down: about the limit of the European intraday market (9,999 EUR/MWh). */
export const HIGHEST_PRICE: MicroPerKwh = 10_000_000;

const isWithinLimits = (price: MicroPerKwh): boolean =>
  Number.isSafeInteger(price) && Math.abs(price) <= HIGHEST_PRICE;

const REASON = `prices must be between -${HIGHEST_PRICE / 1e6} and ${HIGHEST_PRICE / 1e6} per kWh`;

export function buyPricesWithinLimits({ intervals }: BuySubmission): string[] {
  return intervals.every(({ price }) => isWithinLimits(price)) ? [] : [REASON];
}

export function sellPricesWithinLimits({ offer }: SellSubmission): string[] {
  const prices = [offer.price, ...offer.slices.flatMap(({ price }) => price ?? [])];
  return prices.every(({ up, down }) => isWithinLimits(up) && isWithinLimits(down)) ? [] : [REASON];
}
