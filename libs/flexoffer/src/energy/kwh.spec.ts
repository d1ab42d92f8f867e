import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { kwhOfWh, whOfKwh } from './kwh.js';

describe('kWh and Wh', () => {
  it.each([
    [0.5354, 'nearest', 535],
    [0.5354, 'up', 536],
    [0.5354, 'down', 535],
    [-0.5354, 'up', -535],
    [-0.5354, 'down', -536],
    [2.0000000004, 'up', 2000],
    [1.9999999996, 'down', 2000],
    [2.00001, 'up', 2001],
    [-0.0001, 'up', 0],
    [-0.0001, 'nearest', 0],
  ] as const)('FO-04 %d kWh rounded %s is %d Wh', (kwh, rounding, wh) => {
    expect(whOfKwh(kwh, rounding)).toBe(wh);
  });

  it('FO-04 gives every whole watt-hour back, whichever way it is rounded', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -1_000_000_000_000, max: 1_000_000_000_000 }),
        fc.constantFrom('nearest' as const, 'up' as const, 'down' as const),
        (wh, rounding) => {
          expect(whOfKwh(kwhOfWh(wh), rounding)).toBe(wh);
        },
      ),
      { seed: 42, numRuns: 2000 },
    );
  });
});
