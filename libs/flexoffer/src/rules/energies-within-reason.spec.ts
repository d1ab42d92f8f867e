import { describe, expect, it } from '@jest/globals';
import { anOffer } from '../testing/an-offer.js';
import { energiesWithinReason } from './energies-within-reason.js';

describe('energiesWithinReason', () => {
  const offerOf = (lowerWh: number, upperWh: number) => ({
    ...anOffer(),
    slices: [{ minDuration: 1, maxDuration: 1, lowerWh, upperWh }],
  });

  it('FM-01 accepts 100 MWh either way', () => {
    expect(energiesWithinReason(offerOf(-100_000_000, 100_000_000))).toEqual([]);
  });

  it.each([
    [-100_000_001, 0],
    [0, 100_000_001],
    [0, 0.5],
    [Number.NaN, 0],
  ])('FM-01 refuses %d to %d Wh', (lowerWh, upperWh) => {
    expect(energiesWithinReason(offerOf(lowerWh, upperWh)).map(({ path }) => path)).toEqual([
      'flexOfferProfileConstraints[0]',
    ]);
  });
});
