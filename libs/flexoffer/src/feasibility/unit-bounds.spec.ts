import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { arbitrarySlice } from '../testing/arbitrary-offer.js';
import { profileLength, sliceOfEachUnit, unitBounds } from './unit-bounds.js';

describe('unitBounds', () => {
  it('FM-03 keeps single intervals and splits longer slices in whole watt-hours', () => {
    const slices = [
      { minDuration: 1, maxDuration: 1, lowerWh: -3, upperWh: 8 },
      { minDuration: 3, maxDuration: 3, lowerWh: 5, upperWh: 10 },
    ];
    expect(unitBounds({ slices })).toEqual({ lowerWh: [-3, 2, 2, 1], upperWh: [8, 4, 3, 3] });
    expect(sliceOfEachUnit(slices)).toEqual([0, 1, 1, 1]);
  });

  it('FM-03 holds a variable duration at its minimum', () => {
    const slices = [{ minDuration: 2, maxDuration: 5, lowerWh: 0, upperWh: 10 }];
    expect(profileLength(slices)).toBe(2);
    expect(unitBounds({ slices }).upperWh).toEqual([5, 5]);
  });

  it('FM-03 is a sound inner set whose ends are the ends of the slice', () => {
    fc.assert(
      fc.property(arbitrarySlice, (slice) => {
        const { lowerWh, upperWh } = unitBounds({ slices: [slice] });
        expect(lowerWh.reduce((sum, wh) => sum + wh, 0)).toBe(slice.lowerWh);
        expect(upperWh.reduce((sum, wh) => sum + wh, 0)).toBe(slice.upperWh);
        lowerWh.forEach((lower, unit) => expect(lower).toBeLessThanOrEqual(upperWh[unit] ?? -Infinity));
      }),
      { seed: 42, numRuns: 1000 },
    );
  });
});
