import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Uncertainty } from '../flex-offer.js';
import { boundsAtThreshold } from './bounds-at-threshold.js';

/** 1 between 1 and 2 kWh, rising to it from 0 kWh and falling from it to 4 kWh. */
const trapezoid = [
  { fromWh: 0, toWh: 1000, coefficients: [0, 1] },
  { fromWh: 1000, toWh: 2000, coefficients: [1] },
  { fromWh: 2000, toWh: 4000, coefficients: [2, -0.5] },
];
/** Two hills with their tops at 1 and 3 kWh, the second of them wider. */
const hills = [
  { fromWh: 0, toWh: 2000, coefficients: [0, 2, -1] },
  { fromWh: 2001, toWh: 6000, coefficients: [-1.25, 1.5, -0.25] },
];

describe('boundsAtThreshold', () => {
  it.each([
    [1, { lowerWh: 1000, upperWh: 2000 }],
    [0.8, { lowerWh: 800, upperWh: 2400 }],
    [0.9501, { lowerWh: 951, upperWh: 2099 }],
  ])('FO-02 rounds the bounds at the threshold %d inwards', (threshold, expected) => {
    expect(boundsAtThreshold({ threshold, pieces: trapezoid })).toEqual(expected);
  });

  it.each([
    [undefined, { lowerWh: 2106, upperWh: 3894 }],
    [1200, { lowerWh: 553, upperWh: 1447 }],
    [2000, { lowerWh: 2106, upperWh: 3894 }],
    [3894, { lowerWh: 2106, upperWh: 3894 }],
  ])('FO-02 takes of several stretches the one that contains %p, else the widest', (nearWh, expected) => {
    expect(boundsAtThreshold({ threshold: 0.8, pieces: hills }, nearWh)).toEqual(expected);
  });

  it('FO-02 says so where no energy is likely enough', () => {
    expect(boundsAtThreshold({ threshold: 0.9, pieces: [{ fromWh: 0, toWh: 9, coefficients: [0.8] }] })).toBe(
      undefined,
    );
    expect(boundsAtThreshold({ threshold: 0.9, pieces: [] })).toBe(undefined);
  });

  it('FO-02 finds a peak that just touches the threshold, between two lower ends', () => {
    const pieces = [{ fromWh: -1000, toWh: 1000, coefficients: [1, 0, -1] }];
    expect(boundsAtThreshold({ threshold: 1, pieces })).toEqual({ lowerWh: 0, upperWh: 0 });
  });

  it('FO-02 is a stretch that a scan of all energies finds, and the widest of them', () => {
    fc.assert(
      fc.property(arbitraryUncertainty, fc.option(fc.integer({ min: 0, max: 60 })), (uncertainty, near) => {
        const scanned = scan(uncertainty);
        const widest = scanned.reduce(
          (most, stretch) => Math.max(most, stretch.upperWh - stretch.lowerWh),
          -1,
        );
        const containing = scanned.find(
          ({ lowerWh, upperWh }) => near !== null && lowerWh <= near && near <= upperWh,
        );
        const expected = containing ?? scanned.find(({ lowerWh, upperWh }) => upperWh - lowerWh === widest);
        expect(boundsAtThreshold(uncertainty, near ?? undefined)).toEqual(expected);
      }),
      { seed: 42, numRuns: 5000 },
    );
  });
});

/** Pieces of up to 20 Wh with polynomials whose roots lie among these energies, so that they wiggle there. */
const arbitraryUncertainty: fc.Arbitrary<Uncertainty> = fc
  .tuple(
    fc.constantFrom(0.05, 0.5, 0.95, 1),
    fc.array(
      fc.tuple(
        fc.integer({ min: 0, max: 20 }),
        fc.integer({ min: 0, max: 2 }),
        fc.array(fc.double({ min: 0, max: 0.06, noNaN: true }), { maxLength: 4 }),
        fc.constantFrom(-1e5, -1e3, 10, 1e4, 1e6),
        fc.constantFrom(0, 0.5, 0.96, 1),
      ),
      { maxLength: 3 },
    ),
  )
  .map(([threshold, parts]) => {
    let fromWh = 0;
    const pieces = parts.map(([length, gap, roots, scale, offset]) => {
      const piece = { fromWh, toWh: fromWh + length, coefficients: fromRoots(roots, scale, offset) };
      fromWh += length + gap;
      return piece;
    });
    return { threshold, pieces };
  });

function fromRoots(roots: readonly number[], scale: number, offset: number): number[] {
  const product = roots.reduce<number[]>(
    (all, root) => [...all, 0].map((_, power) => (all[power - 1] ?? 0) - root * (all[power] ?? 0)),
    [scale],
  );
  return product.map((coefficient, power) => (power === 0 ? coefficient + offset : coefficient));
}

function scan({ threshold, pieces }: Uncertainty): { lowerWh: number; upperWh: number }[] {
  const stretches: { lowerWh: number; upperWh: number }[] = [];
  for (let wh = 0; wh <= 70; wh += 1) {
    const likely = pieces.some(
      ({ fromWh, toWh, coefficients }) =>
        fromWh <= wh &&
        wh <= toWh &&
        coefficients.reduceRight((value, coefficient) => (value * wh) / 1000 + coefficient, 0) >=
          threshold - 1e-9,
    );
    const last = stretches.at(-1);
    if (likely && last?.upperWh === wh - 1) last.upperWh = wh;
    else if (likely) stretches.push({ lowerWh: wh, upperWh: wh });
  }
  return stretches;
}
