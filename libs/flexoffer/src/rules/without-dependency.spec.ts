import { describe, expect, it } from '@jest/globals';
import { withoutDependency } from './without-dependency.js';

describe('withoutDependency', () => {
  it('FO-02 leaves bounds, durations and prices', () => {
    const slice = { minDuration: 1, maxDuration: 1, lowerWh: 0, upperWh: 5, price: { up: 1, down: 2 } };
    const dependency = [{ a: 1, b: 1, cWh: 4 }];
    expect(withoutDependency([{ ...slice, dependency }, slice])).toStrictEqual([slice, slice]);
  });
});
