import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { packedOrigins, packedWattHours, unpackedOrigins, unpackedWattHours } from './packed-values.js';

const MOST_NARROW = 2 ** 32 - 1;

describe('packed values', () => {
  it('ST-06 come out as they went in, whatever a quarter-hour may have', () => {
    const wattHours = fc.array(fc.oneof(fc.nat(5000), fc.integer({ min: 0, max: 1e12 })), { minLength: 1 });
    fc.assert(
      fc.property(wattHours, (list) => {
        const values = Float64Array.from(list);
        expect(unpackedWattHours(packedWattHours(values), list.length)).toEqual(values);
      }),
      { seed: 42, numRuns: 200 },
    );
    const origins = fc.uint8Array({ min: 0, max: 3, minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(origins, (list) => {
        expect(unpackedOrigins(packedOrigins(list), list.length)).toEqual(list);
      }),
      { seed: 42, numRuns: 200 },
    );
  });

  it('ST-06 take four bytes each where they can, and one origin stands for all', () => {
    expect(packedWattHours(Float64Array.of(0, MOST_NARROW))).toHaveLength(8);
    expect(packedWattHours(Float64Array.of(0, MOST_NARROW + 1))).toHaveLength(16);
    expect(packedOrigins(Uint8Array.of(4, 4, 4))).toHaveLength(1);
  });
});
