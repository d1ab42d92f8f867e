import { describe, expect, it } from '@jest/globals';
import { marketFaults } from './market-faults.js';
import { context, goodBuyOrder, goodSellOrder } from './market-rule.example.js';

describe('marketFaults', () => {
  it('MK-01 lets orders that keep every rule trade', () => {
    expect(marketFaults(goodBuyOrder, context)).toEqual([]);
    expect(marketFaults(goodSellOrder, context)).toEqual([]);
  });

  it('MK-04 tells every reason, those of the reader first', () => {
    const order = { ...goodSellOrder, gridNode: 'mars', validUntil: 0, objections: ['is no offer'] };
    expect(marketFaults(order, context)).toEqual([
      'is no offer',
      'mars is not a node of the grid',
      'its assignment deadline is past',
    ]);
  });
});
