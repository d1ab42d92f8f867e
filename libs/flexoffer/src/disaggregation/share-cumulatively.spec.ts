import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { shareCumulatively } from './share-cumulatively.js';

const rooms = fc.array(fc.oneof(fc.nat(5), fc.nat(3000), fc.integer({ min: 2 ** 40, max: 2 ** 45 })), {
  minLength: 1,
  maxLength: 30,
});

describe('shareCumulatively', () => {
  it.each([
    [5, [4, 4, 4], [2, 2, 1]],
    [1, [10, 10], [1, 0]],
    [9, [10, 20], [3, 6]],
    [0, [0, 3], [0, 0]],
    [3, [0, 3, 0], [0, 3, 0]],
  ])('FM-03 shares %d over rooms of %j as %j', (amount, each, shares) => {
    expect(shareCumulatively(amount, each)).toEqual(shares);
  });

  it('FM-03 refuses more than there is room for', () => {
    expect(() => shareCumulatively(4, [1, 2])).toThrow(RangeError);
  });

  it('FM-03 gives everybody its exact part rounded up or down, and everything exactly once', () => {
    const arbitraryCase = rooms.chain((each) => {
      const room = each.reduce((sum, one) => sum + one, 0);
      return fc.record({ each: fc.constant(each), amount: fc.integer({ min: 0, max: room }) });
    });
    fc.assert(
      fc.property(arbitraryCase, ({ each, amount }) => {
        const shares = shareCumulatively(amount, each);
        const room = each.reduce((sum, one) => sum + one, 0);
        expect(shares.reduce((sum, share) => sum + share, 0)).toBe(amount);
        shares.forEach((share, index) => {
          const own = BigInt(each[index] ?? 0) * BigInt(amount);
          const difference = BigInt(share) * BigInt(room) - own;
          expect(share).toBeLessThanOrEqual(each[index] ?? 0);
          if (room > 0) expect(difference < BigInt(room) && -difference < BigInt(room)).toBe(true);
        });
      }),
      { seed: 42, numRuns: 2000 },
    );
  });
});
