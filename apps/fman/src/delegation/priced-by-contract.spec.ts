import { describe, expect, it } from '@jest/globals';
import { testOffer } from '../testing/test-offers.js';
import { pricedByContract } from './priced-by-contract.js';

const slice = { minDuration: 1, maxDuration: 1, lowerWh: 0, upperWh: 2000 };
const offer = testOffer('a', { slices: [{ ...slice, price: { up: 1, down: 2 } }, slice] });

describe('an offer priced by a contract', () => {
  it('FM-04 keeps its own prices in direct trading', () => {
    expect(pricedByContract(offer, undefined)).toBe(offer);
  });

  it('FM-04 asks the reward in either direction in delegated trading, whatever it says itself', () => {
    expect(pricedByContract(offer, 70_000)).toEqual({
      ...offer,
      slices: [slice, slice],
      price: { up: 70_000, down: 70_000 },
    });
  });
});
