import { describe, expect, it } from '@jest/globals';
import { relativeArea } from './relative-area.js';

const between = (lowerWh: number, upperWh: number) => ({
  units: { lowerWh: [lowerWh], upperWh: [upperWh] },
  total: { lowerWh, upperWh },
});

describe('relativeArea', () => {
  it('FO-02 is twice the area over the sizes of the least and the most', () => {
    expect(relativeArea(between(1, 5), 7)).toBeCloseTo(14 / 6, 12);
    expect(relativeArea(between(-5, -1), 7)).toBeCloseTo(14 / 6, 12);
  });

  it('FO-02 is 0 without an area, and not defined for a choice about nothing in sum', () => {
    expect(relativeArea(between(0, 0), 0)).toBe(0);
    expect(relativeArea(between(0, 0), 20)).toBeUndefined();
  });
});
