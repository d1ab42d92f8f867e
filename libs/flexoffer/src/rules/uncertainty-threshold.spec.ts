import { describe, expect, it } from '@jest/globals';
import { anOffer } from '../testing/an-offer.js';
import { uncertaintyThreshold } from './uncertainty-threshold.js';

const offerOf = (threshold: number) => {
  const uncertainty = { threshold, pieces: [] };
  return { ...anOffer(), slices: [{ minDuration: 1, maxDuration: 1, lowerWh: 0, upperWh: 5, uncertainty }] };
};

describe('uncertaintyThreshold', () => {
  it.each([Number.MIN_VALUE, 0.95, 1])('FM-01 accepts %d', (threshold) => {
    expect(uncertaintyThreshold(offerOf(threshold))).toEqual([]);
  });

  it.each([0, -0.5, 1.000001, Number.NaN, Infinity])('FM-01 refuses %d', (threshold) => {
    expect(uncertaintyThreshold(offerOf(threshold)).map(({ path }) => path)).toEqual([
      'flexOfferProfileConstraints[0].UncertainThreshold',
    ]);
  });
});
