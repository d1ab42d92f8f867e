import { describe, expect, it } from '@jest/globals';
import { formatChange, formatCount, formatKwh, formatShare, kwhOf } from './energy.js';

describe('energy', () => {
  it('keeps about three digits', () => {
    expect([1234.4, 100, 99.96, 45.64, 9.996, 7.891, 0].map(formatKwh)).toEqual([
      '1,234',
      '100',
      '100',
      '45.6',
      '10.0',
      '7.89',
      '0',
    ]);
  });

  it('gives changes their sign, and zero none', () => {
    expect([2.5, -2.5, 0, -0.001].map(formatChange)).toEqual(['+2.50', '-2.50', '0', '0.00']);
  });

  it('shows a dash for what is not known', () => {
    expect(formatKwh(null)).toBe('–');
    expect(formatChange(kwhOf(null))).toBe('–');
    expect(formatShare(0, 0)).toBe('–');
  });

  it('turns watt-hours into kWh', () => {
    expect(kwhOf(1500)).toBe(1.5);
  });

  it('groups thousands and rounds shares', () => {
    expect(formatCount(12345)).toBe('12,345');
    expect(formatShare(2, 3)).toBe('67 %');
  });
});
