import { describe, expect, it } from '@jest/globals';
import { anOffer } from '../testing/an-offer.js';
import { profileWithinAWeek } from './profile-within-a-week.js';

describe('profileWithinAWeek', () => {
  const offerOf = (maxDuration: number) => ({
    ...anOffer(),
    slices: [
      { minDuration: 1, maxDuration, lowerWh: 0, upperWh: 10 },
      { minDuration: 1, maxDuration: 1, lowerWh: 0, upperWh: 10 },
    ],
  });

  it('FM-01 accepts 672 intervals', () => {
    expect(profileWithinAWeek(offerOf(671))).toEqual([]);
  });

  it('FM-01 refuses 673 intervals', () => {
    expect(profileWithinAWeek(offerOf(672))).toEqual([
      { path: 'flexOfferProfileConstraints', message: 'lasts up to 673 intervals, more than 672' },
    ]);
  });
});
