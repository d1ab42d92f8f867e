import { expect, it } from '@jest/globals';
import { FIRST_OPEN, context, goodSellOrder, withOffer } from './market-rule.example.js';
import { stillForSale } from './still-for-sale.js';

it('MK-02 refuses an offer that can no longer be assigned or started', () => {
  expect(stillForSale(goodSellOrder, context)).toEqual([]);
  expect(stillForSale({ ...goodSellOrder, validUntil: context.now - 1 }, context)).toHaveLength(1);
  expect(stillForSale(withOffer({ startBefore: FIRST_OPEN }), context)).toEqual([]);
  expect(stillForSale(withOffer({ startBefore: FIRST_OPEN - 1 }), context)).toHaveLength(1);
});
