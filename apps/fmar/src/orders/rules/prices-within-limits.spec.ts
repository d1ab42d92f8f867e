import { expect, it } from '@jest/globals';
import { FIRST_OPEN, goodBuyOrder, withOffer } from './market-rule.example.js';
import { HIGHEST_PRICE, buyPricesWithinLimits, sellPricesWithinLimits } from './prices-within-limits.js';

const bidding = (price: number) => ({
  ...goodBuyOrder,
  intervals: [{ interval: FIRST_OPEN, changeWh: 1, price }],
});

it('MK-01 refuses prices beyond the limits, on both sides', () => {
  expect(buyPricesWithinLimits(bidding(-HIGHEST_PRICE))).toEqual([]);
  expect(buyPricesWithinLimits(bidding(HIGHEST_PRICE + 1))).toHaveLength(1);
  expect(buyPricesWithinLimits(bidding(0.5))).toHaveLength(1);
  expect(sellPricesWithinLimits(withOffer({ price: { up: HIGHEST_PRICE, down: 0 } }))).toEqual([]);
  expect(sellPricesWithinLimits(withOffer({ price: { up: 0, down: -HIGHEST_PRICE - 1 } }))).toHaveLength(1);
  const slice = { lowerWh: 0, upperWh: 1, minDuration: 1, maxDuration: 1 };
  const dear = { ...slice, price: { up: HIGHEST_PRICE + 1, down: 0 } };
  expect(sellPricesWithinLimits(withOffer({ slices: [slice, dear] }))).toHaveLength(1);
});
