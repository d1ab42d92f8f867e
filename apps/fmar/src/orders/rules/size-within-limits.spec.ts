import { expect, it } from '@jest/globals';
import { clear } from '#scheduling';
import { FIRST_OPEN, goodBuyOrder, withOffer } from './market-rule.example.js';
import { HIGHEST_PRICE } from './prices-within-limits.js';
import { sizeWithinLimits } from './size-within-limits.js';

const sized = (wh: number) =>
  withOffer({
    slices: [{ minDuration: 1, maxDuration: 1, lowerWh: 0, upperWh: wh }],
    defaultSchedule: { start: FIRST_OPEN, energiesWh: [wh] },
    price: { up: HIGHEST_PRICE, down: HIGHEST_PRICE },
  });

it('MK-03 refuses offers too large to be valued exactly', () => {
  expect(sizeWithinLimits(sized(50_000_000))).toEqual([]);
  expect(sizeWithinLimits(sized(50_000_001))).toHaveLength(1);
});

it('MK-03 lets through only what clearing can value, at the highest prices', () => {
  const { offer, orderId, gridNode } = sized(50_000_000);
  const intervals = [{ interval: FIRST_OPEN, changeWh: 100_000_000, price: HIGHEST_PRICE }];
  const clearing = clear({
    firstInterval: FIRST_OPEN,
    buyOrders: [{ ...goodBuyOrder, buyerId: 'dso', intervals }],
    sellOrders: [{ orderId, gridNode, sellerId: 'aggregator', offer }],
    capacities: [],
    committed: [],
    transferPrices: [],
    pricing: 'pay-as-bid',
  });
  expect(clearing.trades).toMatchObject([{ changeWh: 50_000_000 }]);
});
