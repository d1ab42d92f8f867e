import { describe, expect, it } from '@jest/globals';
import { endWindow } from './end-window.js';

const slice = (minDuration: number, maxDuration: number) => ({
  minDuration,
  maxDuration,
  lowerWh: 0,
  upperWh: 1,
});

describe('endWindow', () => {
  const offer = { startAfter: 100, startBefore: 104, slices: [slice(1, 1), slice(2, 5)] };

  it('FO-05 ends earliest after the shortest profile from the earliest start, not after the longest from the latest', () => {
    expect(endWindow(offer).endAfter).toBe(103);
  });

  it('FO-05 ends latest after the longest profile from the latest start: shortest and longest are never mixed up', () => {
    expect(endWindow(offer).endBefore).toBe(110);
    expect(endWindow(offer)).toEqual({ endAfter: 103, endBefore: 110 });
  });

  it('FO-05 counts every slice of a profile that grows', () => {
    expect(endWindow({ ...offer, slices: [...offer.slices, slice(2, 2)] })).toEqual({
      endAfter: 105,
      endBefore: 112,
    });
  });
});
