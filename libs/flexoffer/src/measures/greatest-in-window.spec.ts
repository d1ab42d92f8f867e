import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { greatestInWindow } from './greatest-in-window.js';

describe('greatestInWindow', () => {
  it.each([
    [[3, 1, 4], 1, [3, 3, 4, 4]],
    [[3, 1, 4], 0, [3, 1, 4]],
    [[2], 2, [2, 2, 2]],
    [[], 0, []],
  ])('FO-02 of %j with width %d: %j', (values, width, expected) => {
    expect(greatestInWindow(values, width)).toEqual(expected);
  });

  it('FO-02 is the greatest of every stretch', () => {
    const check = fc.property(
      fc.array(fc.nat({ max: 9 }), { maxLength: 12 }),
      fc.integer({ min: 0, max: 15 }),
      (values, width) => {
        const slow = Array.from({ length: values.length + width }, (_, place) =>
          Math.max(0, ...values.slice(Math.max(0, place - width), place + 1)),
        );
        expect(greatestInWindow(values, width)).toEqual(slow);
      },
    );
    fc.assert(check, { seed: 42, numRuns: 3000 });
  });
});
