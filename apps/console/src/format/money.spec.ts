import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { decimalOf, formatMoney, formatPrice, isDecimal, microOf, sumOf } from './money.js';

describe('money', () => {
  it('shows cents and the currency', () => {
    expect(formatMoney('1234.500000', 'CHF')).toBe('1,234.50 CHF');
    expect(formatMoney('-0.125000', 'CHF')).toBe('-0.13 CHF');
  });

  it('shows an amount that rounds to zero without a sign', () => {
    expect(formatMoney('-0.001', 'CHF')).toBe('0.00 CHF');
  });

  it('keeps digits that a float would lose', () => {
    expect(formatMoney('9007199254740993.25', 'CHF')).toBe('9,007,199,254,740,993.25 CHF');
  });

  it('shows prices with up to four digits', () => {
    expect(formatPrice('0.2')).toBe('0.20');
    expect(formatPrice('0.21454')).toBe('0.2145');
  });

  it('sums exactly', () => {
    expect(sumOf(['0.1', '0.2', '-0.3'])).toBe('0.000000');
    expect(sumOf([])).toBe('0.000000');
  });

  it('goes from millionths to a decimal and back', () => {
    const law = fc.property(fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n }), (micro) => {
      expect(microOf(decimalOf(micro))).toBe(micro);
    });
    fc.assert(law, { seed: 42, numRuns: 200 });
  });

  it('takes only plain decimals', () => {
    expect(['1', '-1.5', '1e3', '', '1.', 'NaN', 1].map(isDecimal)).toEqual([
      true,
      true,
      false,
      false,
      false,
      false,
      false,
    ]);
  });
});
