import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { amountMicro } from './amount.js';

describe('amountMicro', () => {
  it.each([
    [2000, 7_000_000n, 14_000_000n],
    [1, 499n, 0n],
    [1, 500n, 1n],
    [-1, 500n, -1n],
    [3, 500n, 2n],
    [-3, 500n, -2n],
    [1, -1499n, -1n],
  ])('ST-05 %d Wh at %d millionths per kWh cost %d', (energyWh, price, amount) => {
    expect(amountMicro(energyWh, price)).toBe(amount);
  });

  it('ST-05 is odd in both factors and off by at most half a millionth', () => {
    const integers = fc.integer({ min: -(2 ** 40), max: 2 ** 40 });
    fc.assert(
      fc.property(integers, integers, (energyWh, price) => {
        const amount = amountMicro(energyWh, price);
        expect(amountMicro(-energyWh, price)).toBe(-amount);
        expect(amountMicro(energyWh, -price)).toBe(-amount);
        const doubledError = 2n * (amount * 1000n - BigInt(energyWh) * BigInt(price));
        expect(doubledError <= 1000n && doubledError >= -1000n).toBe(true);
      }),
      { seed: 42, numRuns: 500 },
    );
  });

  it('does not take fractions of a watt-hour', () => {
    expect(() => amountMicro(0.5, 1)).toThrow(RangeError);
  });
});
