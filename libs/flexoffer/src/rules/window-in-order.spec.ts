import { describe, expect, it } from '@jest/globals';
import { anOffer } from '../testing/an-offer.js';
import { windowInOrder } from './window-in-order.js';

describe('windowInOrder', () => {
  it.each([0, 1, 672])('FM-01 accepts a window of %d intervals', (width) => {
    expect(windowInOrder(anOffer({ startAfter: 1000, startBefore: 1000 + width }))).toEqual([]);
  });

  it.each([
    [-1, 'must not be before startAfterTime'],
    [673, 'must be at most 7 days after startAfterTime'],
  ])('FM-01 refuses a window of %d intervals', (width, message) => {
    const offer = anOffer({ startAfter: 1000, startBefore: 1000 + width });
    expect(windowInOrder(offer)).toEqual([{ path: 'startBeforeTime', message }]);
  });
});
