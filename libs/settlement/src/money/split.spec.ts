import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { arbitraryShares } from '../../test/arbitraries.js';
import { splitByShares } from './split.js';

const THIRDS = [
  { party: 'c', share: 333_333 },
  { party: 'a', share: 333_334 },
  { party: 'b', share: 333_333 },
];

describe('splitByShares', () => {
  it('ST-05 gives the remainder to the largest fraction', () => {
    // 10 * 0.333334 = 3.33334 loses most; the other two lose 0.33333
    expect(Object.fromEntries(splitByShares(10n, THIRDS))).toEqual({ a: 4n, b: 3n, c: 3n });
  });

  it('ST-05 breaks ties by the larger share, then by id', () => {
    const even = [
      { party: 'b', share: 250_000 },
      { party: 'a', share: 250_000 },
      { party: 'z', share: 500_000 },
    ];
    expect(Object.fromEntries(splitByShares(1n, even))).toEqual({ z: 1n, a: 0n, b: 0n });
    const halves = [
      { party: 'b', share: 500_000 },
      { party: 'a', share: 500_000 },
    ];
    expect(Object.fromEntries(splitByShares(1n, halves))).toEqual({ a: 1n, b: 0n });
  });

  it('ST-05 adds the parts of a party named twice', () => {
    const twice = [
      { party: 'a', share: 400_000 },
      { party: 'a', share: 600_000 },
    ];
    expect(Object.fromEntries(splitByShares(7n, twice))).toEqual({ a: 7n });
  });

  it('ST-05 sums exactly, mirrors negative amounts, and gives nobody a millionth more or less than exact', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }), arbitraryShares(), (amount, shares) => {
        const split = splitByShares(amount, shares);
        expect([...split.values()].reduce((sum, part) => sum + part, 0n)).toBe(amount);
        const mirrored = splitByShares(-amount, shares);
        for (const { party, share } of shares) {
          const part = split.get(party) ?? 0n;
          expect(mirrored.get(party)).toBe(-part);
          const error = part * 1_000_000n - amount * BigInt(share);
          expect(error < 1_000_000n && error > -1_000_000n).toBe(true);
          if (share === 0) expect(part).toBe(0n);
        }
      }),
      { seed: 42, numRuns: 500 },
    );
  });

  it('ST-05 does not depend on the order of the shares', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10_000n }), arbitraryShares(), (amount, shares) => {
        const forth = [...splitByShares(amount, shares)].sort();
        expect([...splitByShares(amount, shares.toReversed())].sort()).toEqual(forth);
      }),
      { seed: 42, numRuns: 200 },
    );
  });

  it.each([[[500_000, 499_999]], [[1_000_001, -1]], [[999_999.5, 0.5]], [[]]])(
    'throws for shares %j',
    (parts) => {
      const shares = parts.map((share, index) => ({ party: `p${index}`, share }));
      expect(() => splitByShares(1n, shares)).toThrow(RangeError);
    },
  );
});
