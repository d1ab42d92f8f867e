import { describe, expect, it } from '@jest/globals';
import { decimalOfMicro } from './decimal-price.js';

describe('decimalOfMicro', () => {
  it('MK-04 writes prices without losing a digit', () => {
    const written = [0, 1, -1, 60_000, 1_000_000, -1_500_000, Number.MAX_SAFE_INTEGER].map(decimalOfMicro);
    expect(written).toEqual([
      '0.000000',
      '0.000001',
      '-0.000001',
      '0.060000',
      '1.000000',
      '-1.500000',
      '9007199254.740991',
    ]);
  });
});
