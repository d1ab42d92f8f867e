import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { shareInProportion } from './share-in-proportion.js';

describe('shareInProportion', () => {
  it.each([
    [10, [10, 10], [5, 5]],
    [1, [1, 1, 1], [1, 0, 0]],
    [5, [3, 0, 6], [2, 0, 3]],
    [0, [0, 0], [0, 0]],
    [9, [3, 0, 6], [3, 0, 6]],
  ])('shares %d over rooms %j', (amount, rooms, expected) => {
    expect(shareInProportion(amount, rooms)).toEqual(expected);
  });

  it('refuses more than there is room for', () => {
    expect(() => shareInProportion(4, [1, 2])).toThrow(RangeError);
  });

  it('sums exactly and stays inside every room, also past 2^53', () => {
    const room = fc.integer({ min: 0, max: 10_000_000_000 });
    fc.assert(
      fc.property(
        fc.array(room, { minLength: 1, maxLength: 12 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (rooms, part) => {
          const amount = Math.floor(rooms.reduce((sum, each) => sum + each, 0) * part);
          const shares = shareInProportion(amount, rooms);
          expect(shares.reduce((sum, share) => sum + share, 0)).toBe(amount);
          shares.forEach((share, index) => {
            expect(share).toBeGreaterThanOrEqual(0);
            expect(share).toBeLessThanOrEqual(rooms[index] ?? -1);
          });
        },
      ),
      { seed: 42, numRuns: 1000 },
    );
  });
});
