import { describe, expect, it } from '@jest/globals';
import { anOffer } from '../testing/an-offer.js';
import { sliceBoundsInOrder } from './slice-bounds-in-order.js';

describe('sliceBoundsInOrder', () => {
  const offerOf = (lowerWh: number, upperWh: number) => ({
    ...anOffer(),
    slices: [{ minDuration: 1, maxDuration: 1, lowerWh, upperWh }],
  });

  it.each([
    [0, 0],
    [-20, -10],
  ])('FM-01 accepts %d to %d Wh', (lowerWh, upperWh) => {
    expect(sliceBoundsInOrder(offerOf(lowerWh, upperWh))).toEqual([]);
  });

  it('FM-01 refuses a lower bound above the upper one', () => {
    expect(sliceBoundsInOrder(offerOf(-10, -20)).map(({ path }) => path)).toEqual([
      'flexOfferProfileConstraints[0]',
    ]);
  });
});
