import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { turnBounds, turnEnergy, turnPieces, turnRow } from './sign.js';

describe('sign', () => {
  it('FO-04 leaves consumption-positive energies as they are', () => {
    expect(turnEnergy(-5, 'consumption-positive')).toBe(-5);
    expect(turnBounds({ lowerWh: -2, upperWh: 7 }, 'consumption-positive')).toEqual({
      lowerWh: -2,
      upperWh: 7,
    });
  });

  it('FO-04 negates production-positive energies and swaps their bounds', () => {
    expect(turnEnergy(-5, 'production-positive')).toBe(5);
    expect(turnEnergy(0, 'production-positive')).toBe(0);
    expect(turnBounds({ lowerWh: -2, upperWh: 7 }, 'production-positive')).toEqual({
      lowerWh: -7,
      upperWh: 2,
    });
  });

  it('FO-04 turned twice is what it was', () => {
    const number = fc.integer({ min: -1e9, max: 1e9 });
    const piece = fc.record({ fromWh: number, toWh: number, coefficients: fc.array(number) });
    const sign = fc.constantFrom('production-positive' as const, 'consumption-positive' as const);
    fc.assert(
      fc.property(number, number, number, fc.array(piece), sign, (one, two, three, pieces, convention) => {
        const [bounds, row] = [
          { lowerWh: one, upperWh: two },
          { a: one, b: two, cWh: three },
        ];
        expect(turnEnergy(turnEnergy(one, convention), convention)).toBe(one);
        expect(turnBounds(turnBounds(bounds, convention), convention)).toEqual(bounds);
        expect(turnRow(turnRow(row, convention), convention)).toEqual(row);
        expect(turnPieces(turnPieces(pieces, convention), convention)).toEqual(pieces);
      }),
      { seed: 42, numRuns: 2000 },
    );
  });
});
