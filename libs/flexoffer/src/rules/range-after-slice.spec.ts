import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { DependencyRow, EnergyBounds, Slice } from '../flex-offer.js';
import { rangeAfterSlice } from './range-after-slice.js';

const range = (lowerWh: number, upperWh: number): EnergyBounds => ({ lowerWh, upperWh });
const anything = range(-Infinity, Infinity);
const slice = (lowerWh: number, upperWh: number, dependency?: DependencyRow[]): Slice => ({
  minDuration: 1,
  maxDuration: 1,
  lowerWh,
  upperWh,
  ...(dependency && { dependency }),
});

describe('rangeAfterSlice', () => {
  it('FO-02 adds the bounds of the slice and cuts with those after it', () => {
    expect(rangeAfterSlice(slice(0, 5), range(0, 10), range(12, 20))).toEqual(range(12, 15));
    expect(rangeAfterSlice(slice(0, 5), range(0, 10), range(16, 20))).toBeUndefined();
  });

  it('FO-02 cuts with the rows of a dependency slice', () => {
    // A store of 14 Wh: what is in it and what comes to it have room.
    const store = slice(0, 5, [{ a: 1, b: 1, cWh: 14 }]);
    expect(rangeAfterSlice(store, range(0, 20), anything)).toEqual(range(0, 14));
    expect(rangeAfterSlice(store, range(15, 20), anything)).toBeUndefined();
  });

  it('FO-02 forgives a row a thousandth of a watt-hour, and no more', () => {
    const atMost = (cWh: number) =>
      rangeAfterSlice(slice(3, 9, [{ a: 0, b: 1, cWh }]), range(0, 0), anything);
    expect(atMost(2.9995)).toEqual(range(3, 3));
    expect(atMost(2.998)).toBeUndefined();
  });

  it('FO-02 contains every sum of whole energies that is allowed, and without rows nothing else', () => {
    const arbitraryRange = fc
      .tuple(fc.integer({ min: -6, max: 6 }), fc.integer({ min: 0, max: 6 }))
      .map(([lower, width]) => range(lower, lower + width));
    const arbitraryRow = fc.record({
      a: fc.constantFrom(-1, -0.5, 0, 1, 3),
      b: fc.constantFrom(-2, -1, 0.25, 1),
      cWh: fc.integer({ min: -8, max: 20 }),
    });
    const check = fc.property(
      arbitraryRange,
      arbitraryRange,
      arbitraryRange,
      fc.array(arbitraryRow, { maxLength: 3 }),
      (before, own, after, rows) => {
        const given = slice(own.lowerWh, own.upperWh, rows.length > 0 ? rows : undefined);
        const found = rangeAfterSlice(given, before, after);
        const sums = enumerate(given, before, after);
        if (sums.length === 0) return rows.length > 0 || expect(found).toBeUndefined();
        const exact = range(Math.min(...sums), Math.max(...sums));
        if (rows.length === 0) return expect(found).toEqual(exact);
        expect(found?.lowerWh).toBeLessThanOrEqual(exact.lowerWh);
        expect(found?.upperWh).toBeGreaterThanOrEqual(exact.upperWh);
      },
    );
    fc.assert(check, { seed: 42, numRuns: 2000 });
  });
});

function enumerate(
  { lowerWh, upperWh, dependency = [] }: Slice,
  before: EnergyBounds,
  after: EnergyBounds,
): number[] {
  const sums: number[] = [];
  for (let x = before.lowerWh; x <= before.upperWh; x++) {
    for (let y = lowerWh; y <= upperWh; y++) {
      const holds = dependency.every(({ a, b, cWh }) => a * x + b * y <= cWh);
      if (holds && x + y >= after.lowerWh && x + y <= after.upperWh) sums.push(x + y);
    }
  }
  return sums;
}
