import { describe, expect, it } from '@jest/globals';
import { durationsOfLength } from './durations.js';

describe('durationsOfLength', () => {
  const slices = [
    [1, 3],
    [2, 2],
    [1, 5],
  ].map(([minDuration = 1, maxDuration = 1]) => ({ minDuration, maxDuration, lowerWh: 0, upperWh: 1 }));

  it.each([
    [0, [1, 2, 1]],
    [4, [1, 2, 1]],
    [5, [2, 2, 1]],
    [8, [3, 2, 3]],
    [99, [3, 2, 5]],
  ])('FO-02 makes a profile of %d intervals, or nearly', (length, expected) => {
    expect(durationsOfLength(slices, length)).toEqual(expected);
  });
});
