import { describe, expect, it } from '@jest/globals';
import { seriesFlexibility } from './series-flexibility.js';

describe('seriesFlexibility', () => {
  it.each([
    [[1, 2], [4, 6], 5],
    [[-4, -6], [-1, -2], 5],
    [[7, 7, 7], [7, 7, 7], 0],
    [[], [], 0],
  ])('FO-02 between %j and %j: %d', (lowerWh, upperWh, expected) => {
    expect(seriesFlexibility({ lowerWh, upperWh })).toBe(expected);
  });
});
