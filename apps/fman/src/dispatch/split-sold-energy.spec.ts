import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { splitSoldEnergy } from './split-sold-energy.js';

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
const inDirection = (changes: readonly number[], direction: number): number =>
  sum(changes.map((change) => Math.max(0, direction * change)));

/** Members' changes, and an amount that they can have sold. */
const arbitrarySale = fc
  .tuple(
    fc.array(
      fc.oneof(
        fc.integer({ min: -5000, max: 5000 }),
        fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }),
      ),
      {
        minLength: 1,
        maxLength: 12,
      },
    ),
    fc.constantFrom(1, -1),
    fc.double({ min: 0, max: 1, noNaN: true }),
  )
  .map(([changes, direction, share]) => ({
    changes,
    sold: direction * Math.floor(inDirection(changes, direction) * share),
  }));

describe('the split of sold energy over the members', () => {
  it('FM-03 is in proportion to their own changes', () => {
    expect(splitSoldEnergy(10, [9, 6, -3])).toEqual([6, 4, 0]);
    expect(splitSoldEnergy(-10, [-9, -6, 3])).toEqual([-6, -4, 0]);
  });

  it('FM-03 gives what is left over to the largest remainders, ties to the earlier member', () => {
    expect(splitSoldEnergy(2, [1, 1, 1])).toEqual([1, 1, 0]);
    expect(splitSoldEnergy(5, [4, 3, 3])).toEqual([2, 2, 1]);
  });

  it('refuses to sell what nobody delivers', () => {
    expect(() => splitSoldEnergy(10, [9, -9])).toThrow(RangeError);
  });

  it('FM-03 sums exactly to what was sold, and nobody gives more than its own change', () => {
    fc.assert(
      fc.property(arbitrarySale, ({ changes, sold }) => {
        const parts = splitSoldEnergy(sold, changes);
        expect(sum(parts)).toBe(sold + 0);
        parts.forEach((part, index) => {
          const change = changes[index] ?? 0;
          expect(part === 0 || Math.sign(part) === Math.sign(change)).toBe(true);
          expect(Math.abs(part)).toBeLessThanOrEqual(Math.abs(change));
        });
      }),
      { seed: 42, numRuns: 1000 },
    );
  });

  it('FM-03 is less than a watt-hour from the exact proportion', () => {
    fc.assert(
      fc.property(arbitrarySale, ({ changes, sold }) => {
        const room = inDirection(changes, Math.sign(sold));
        splitSoldEnergy(sold, changes).forEach((part, index) => {
          const own = Math.max(0, Math.sign(sold) * (changes[index] ?? 0));
          expect(Math.abs(Math.abs(part) - (Math.abs(sold) * own) / Math.max(1, room))).toBeLessThan(1.001);
        });
      }),
      { seed: 42, numRuns: 500 },
    );
  });
});
