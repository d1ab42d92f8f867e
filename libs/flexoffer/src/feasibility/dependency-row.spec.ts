import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { ownRange, rowHolds } from './dependency-row.js';

describe('dependency rows', () => {
  it.each([
    [{ a: 1, b: 1, cWh: 99.9981 }, true],
    [{ a: 1, b: 1, cWh: 99.9979 }, false],
    [{ a: 0.25, b: 0.25, cWh: 24.9991 }, true],
    [{ a: 0.25, b: 0.25, cWh: 24.9989 }, false],
    [{ a: 0, b: 0, cWh: -0.0009 }, true],
    [{ a: 0, b: 0, cWh: -0.0011 }, false],
  ])('FO-02 forgives %j 0.001 Wh times its factors: %p', (row, expected) => {
    expect(rowHolds(row, 60, 40)).toBe(expected);
  });

  it('FO-02 leaves a slice exactly the whole watt-hours for which all its rows hold', () => {
    const factor = fc.constantFrom(0, 1, -1, 0.5, -0.9, 0.001, 3, 1e-9);
    const row = fc.record({ a: factor, b: factor, cWh: fc.double({ min: -20, max: 20, noNaN: true }) });
    fc.assert(
      fc.property(fc.array(row, { maxLength: 3 }), fc.integer({ min: -9, max: 9 }), (rows, earlier) => {
        const { lower, upper } = ownRange(rows, earlier);
        for (let own = -30; own <= 30; own += 1) {
          if (rows.every((each) => rowHolds(each, earlier, own)) === (lower <= own && own <= upper)) continue;
          throw new Error(`${own} Wh is not told right by ${lower} to ${upper}`);
        }
      }),
      { seed: 42, numRuns: 3000 },
    );
  });
});
