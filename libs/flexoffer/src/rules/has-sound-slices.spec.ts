import { describe, expect, it } from '@jest/globals';
import { anOffer } from '../testing/an-offer.js';
import { hasSoundSlices } from './has-sound-slices.js';

const slice = { minDuration: 1, maxDuration: 1, lowerWh: 0, upperWh: 1 };

describe('hasSoundSlices', () => {
  it('FM-01 takes slices that can be added up', () => {
    expect(hasSoundSlices(anOffer())).toBe(true);
  });

  it.each([
    ['none', []],
    ['a broken duration', [{ ...slice, minDuration: Number.NaN }]],
    ['more than a week', [{ ...slice, minDuration: 673, maxDuration: 673 }]],
    ['bounds out of order', [{ ...slice, lowerWh: 2 }]],
    ['no whole watt-hours', [{ ...slice, upperWh: 1.5 }]],
  ])('FM-01 does not take %s', (_, slices) => {
    expect(hasSoundSlices({ ...anOffer(), slices })).toBe(false);
  });
});
