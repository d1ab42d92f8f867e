import { describe, expect, it } from '@jest/globals';
import { anOffer } from '../testing/an-offer.js';
import { sliceDurations } from './slice-durations.js';

describe('sliceDurations', () => {
  const slice = { minDuration: 1, maxDuration: 1, lowerWh: 0, upperWh: 10 };
  const offerOf = (minDuration: number, maxDuration: number) => {
    const { slices, ...rest } = anOffer();
    return { ...rest, slices: [...slices, { ...slice, minDuration, maxDuration }] };
  };

  it.each([
    [1, 1],
    [2, 5],
  ])('FM-01 accepts %d to %d intervals', (minDuration, maxDuration) => {
    expect(sliceDurations(offerOf(minDuration, maxDuration))).toEqual([]);
  });

  it.each([
    [0, 1, 'minDuration'],
    [1.5, 2, 'minDuration'],
    [2, 1, 'maxDuration'],
    [1, Number.NaN, 'maxDuration'],
  ])('FM-01 refuses %d to %d intervals', (minDuration, maxDuration, field) => {
    const paths = sliceDurations(offerOf(minDuration, maxDuration)).map(({ path }) => path);
    expect(paths).toEqual([`flexOfferProfileConstraints[2].${field}`]);
  });
});
