import { describe, expect, it } from '@jest/globals';
import { median, resultOf } from './benchmark.js';

describe('the figure of several runs', () => {
  it('is their median', () => {
    expect(median([5, 1, 100])).toBe(5);
    expect(median([4, 1, 2, 100])).toBe(3);
    expect(() => median([])).toThrow(RangeError);
  });

  it('stands beside its reference, as ours over theirs', () => {
    const figure = { name: 'accept', size: 100, unit: 'offers/s' };
    expect(resultOf(figure, [900, 1000, 1100], { name: 'bare', values: [4000] })).toEqual({
      ...figure,
      value: 1000,
      reference: { name: 'bare', value: 4000 },
      ratio: 0.25,
    });
  });
});
