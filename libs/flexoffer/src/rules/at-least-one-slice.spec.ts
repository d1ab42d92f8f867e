import { describe, expect, it } from '@jest/globals';
import { anOffer } from '../testing/an-offer.js';
import { atLeastOneSlice } from './at-least-one-slice.js';

describe('atLeastOneSlice', () => {
  it('FM-01 accepts slices', () => {
    expect(atLeastOneSlice(anOffer())).toEqual([]);
  });

  it('FM-01 refuses a profile without slices', () => {
    expect(atLeastOneSlice(anOffer({ slices: [] })).map(({ path }) => path)).toEqual([
      'flexOfferProfileConstraints',
    ]);
  });
});
