import { describe, expect, it } from '@jest/globals';
import { vectorFlexibility } from './vector-flexibility.js';

describe('vectorFlexibility', () => {
  it('FO-02 measures intervals and kWh', () => {
    const vector = { timeIntervals: 4, energyWh: 3000, manhattan: 7, euclidean: 5 };
    expect(vectorFlexibility(4, 3000)).toEqual(vector);
  });

  it('FO-02 is not 0 where only one of them is', () => {
    expect(vectorFlexibility(0, 500).euclidean).toBe(0.5);
    expect(vectorFlexibility(2, 0).manhattan).toBe(2);
    expect(vectorFlexibility(0, 0).euclidean).toBe(0);
  });
});
