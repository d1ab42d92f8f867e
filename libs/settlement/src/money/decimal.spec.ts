import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { formatMicro, microOf, parseDecimal } from './decimal.js';

describe('parseDecimal', () => {
  it.each([
    ['0', 0n],
    ['-0.000000', 0n],
    ['12.34', 12_340_000n],
    ['-0.000001', -1n],
    ['999999999999.999999', 999_999_999_999_999_999n],
  ])('reads %s', (text, value) => {
    expect(parseDecimal(text)).toEqual({ ok: true, value });
  });

  it.each([
    '',
    '1.',
    '.5',
    '+1',
    '1e3',
    '01',
    '1,5',
    ' 1',
    '1.1234567',
    '1000000000000',
    'NaN',
    '--1',
    '1\n',
  ])('refuses %j', (text) => {
    expect(parseDecimal(text)).toMatchObject({ ok: false, faults: [{ path: '' }] });
  });

  it('reads back whatever formatMicro writes', () => {
    const limit = 10n ** 18n - 1n;
    fc.assert(
      fc.property(fc.bigInt({ min: -limit, max: limit }), (micro) => {
        expect(parseDecimal(formatMicro(micro))).toEqual({ ok: true, value: micro });
        expect(microOf(formatMicro(micro))).toBe(micro);
      }),
      { seed: 42, numRuns: 300 },
    );
  });
});

describe('formatMicro', () => {
  it.each([
    [12_340_000n, '12.340000'],
    [0n, '0.000000'],
    [-1n, '-0.000001'],
    [-1_000_000n, '-1.000000'],
  ])('writes %s', (micro, text) => {
    expect(formatMicro(micro)).toBe(text);
  });
});

describe('microOf', () => {
  it.each(['1', '1.00000', '1.0000000', '', 'x.000000'])('throws for %j', (text) => {
    expect(() => microOf(text)).toThrow(RangeError);
  });
});
