import { describe, expect, it } from '@jest/globals';
import { absoluteArea } from './absolute-area.js';

const extent = (lowerWh: number[], upperWh: number[], lower: number, upper: number) => ({
  units: { lowerWh, upperWh },
  total: { lowerWh: lower, upperWh: upper },
});

describe('absoluteArea', () => {
  it.each([
    ['a fixed 2 kWh that may start three times', extent([2000], [2000], 2000, 2000), 2, 4000],
    ['1 to 3 and 0 to 2, start fixed', extent([1, 0], [3, 2], 1, 5), 0, 4],
    // Over three intervals 3, 3 and 2; at least 1.
    ['1 to 3 and 0 to 2, starting twice', extent([1, 0], [3, 2], 1, 5), 1, 7],
    ['a total that asks for more than the intervals', extent([0, 0], [5, 5], 8, 10), 0, 2],
    ['a store that may give and take', extent([-5, -5], [5, 5], -5, 5), 0, 20],
    ['no choice', extent([3, -2], [3, -2], 1, 1), 0, 0],
  ])('FO-02 of %s', (_, given, window, expected) => {
    expect(absoluteArea(given, window)).toBe(expected);
  });

  it('FO-02 is the same for production', () => {
    expect(absoluteArea(extent([-3, -2], [-1, 0], -5, -1), 1)).toBe(7);
  });
});
