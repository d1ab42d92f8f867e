import { describe, expect, it } from '@jest/globals';
import { anOffer } from '../testing/an-offer.js';
import { thresholdReached } from './threshold-reached.js';

/** Certain up to 1 kWh, then less and less likely up to 2 kWh. */
const pieces = [
  { fromWh: 0, toWh: 1000, coefficients: [0.95] },
  { fromWh: 1000, toWh: 2000, coefficients: [1.9, -0.95] },
];
const offerOf = (threshold: number, lowerWh: number, upperWh: number) => ({
  ...anOffer(),
  slices: [{ minDuration: 1, maxDuration: 1, lowerWh, upperWh, uncertainty: { threshold, pieces } }],
});

describe('thresholdReached', () => {
  it.each([
    [0.95, 0, 1000],
    [0.475, 0, 1500],
    [0.475, 100, 200],
  ])('FM-01 accepts at %d the bounds %d to %d Wh', (threshold, lowerWh, upperWh) => {
    expect(thresholdReached(offerOf(threshold, lowerWh, upperWh))).toEqual([]);
  });

  it('FM-01 refuses a threshold that no energy reaches', () => {
    expect(thresholdReached(offerOf(0.96, 0, 1000))).toEqual([
      {
        path: 'flexOfferProfileConstraints[0].UncertainThreshold',
        message: 'no whole watt-hour is as likely as 0.96',
      },
    ]);
  });

  it('FM-01 refuses bounds that promise less likely energies', () => {
    expect(thresholdReached(offerOf(0.475, 0, 1501))).toEqual([
      {
        path: 'flexOfferProfileConstraints[0].UncertainThreshold',
        message: 'holds from 0 to 1500 Wh, not for all of the bounds 0 to 1501 Wh',
      },
    ]);
  });

  it('FM-01 leaves a broken threshold to its own rule, and other slices alone', () => {
    expect(thresholdReached(offerOf(Number.NaN, 0, 1000))).toEqual([]);
    expect(thresholdReached(anOffer())).toEqual([]);
  });
});
