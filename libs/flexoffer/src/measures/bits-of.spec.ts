import { describe, expect, it } from '@jest/globals';
import { bitsOf } from './bits-of.js';

describe('bitsOf', () => {
  it.each([
    [1n, 0],
    [8n, 3],
    [2n ** 1000n, 1000],
  ])('FO-02 of %p: %d', (count, bits) => {
    expect(bitsOf(count)).toBe(bits);
  });

  it('FO-02 is a logarithm between powers of two as well, beyond what a double can hold', () => {
    expect(bitsOf(10n)).toBeCloseTo(Math.log2(10), 12);
    expect(bitsOf(10n ** 500n)).toBeCloseTo(500 * Math.log2(10), 9);
  });
});
