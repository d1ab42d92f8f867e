import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { splitEvenly } from './split-evenly.js';

describe('splitEvenly', () => {
  it.each([
    [7, 3, [3, 2, 2]],
    [-7, 3, [-2, -2, -3]],
    [0, 2, [0, 0]],
    [5, 1, [5]],
  ])('splits %d over %d', (total, parts, expected) => {
    expect(splitEvenly(total, parts)).toEqual(expected);
  });

  it('sums exactly and keeps the order of totals', () => {
    const total = fc.integer({ min: -100_000, max: 100_000 });
    fc.assert(
      fc.property(total, total, fc.integer({ min: 1, max: 20 }), (one, other, parts) => {
        const [smaller, greater] = [
          splitEvenly(Math.min(one, other), parts),
          splitEvenly(Math.max(one, other), parts),
        ];
        expect(smaller.reduce((sum, part) => sum + part, 0)).toBe(Math.min(one, other));
        smaller.forEach((part, index) => expect(part).toBeLessThanOrEqual(greater[index] ?? -Infinity));
      }),
      { seed: 42, numRuns: 1000 },
    );
  });
});
