import { describe, expect, it } from '@jest/globals';
import type { Slice } from '../flex-offer.js';
import { anOffer } from '../testing/an-offer.js';
import { sizesWithinLimits } from './sizes-within-limits.js';

const slice: Slice = { minDuration: 1, maxDuration: 1, lowerWh: 0, upperWh: 1 };
const rows = (count: number): Slice => ({
  ...slice,
  dependency: Array.from({ length: count }, () => ({ a: 0, b: 1, cWh: 1 })),
});
const pieces = (count: number, coefficients = 1): Slice => ({
  ...slice,
  uncertainty: {
    threshold: 1,
    pieces: Array.from({ length: count }, (_, index) => ({
      fromWh: index,
      toWh: index + 1,
      coefficients: Array.from({ length: coefficients }, () => 0),
    })),
  },
});

describe('sizesWithinLimits', () => {
  it.each([
    ['slices', Array.from({ length: 672 }, () => slice)],
    ['rows', [rows(64)]],
    ['pieces and coefficients', [pieces(64, 9)]],
  ])('FM-01 accepts as many %s as the limit', (_, slices) => {
    expect(sizesWithinLimits({ ...anOffer(), slices })).toEqual([]);
  });

  it.each([
    [
      'flexOfferProfileConstraints',
      'has 673 slices, more than 672',
      Array.from({ length: 673 }, () => rows(99)),
    ],
    [
      'flexOfferProfileConstraints[1].DependencyEnergyConstraintList',
      'has 65 rows, more than 64',
      [slice, rows(65)],
    ],
    ['flexOfferProfileConstraints[0].UncertainFunctions', 'has 65 pieces, more than 64', [pieces(65, 99)]],
    [
      'flexOfferProfileConstraints[0].UncertainFunctions[0]',
      'has 10 coefficients, more than 9',
      [pieces(1, 10)],
    ],
  ])('FM-01 refuses one more: %s %s', (path, message, slices) => {
    expect(sizesWithinLimits({ ...anOffer(), slices })).toEqual([{ path, message }]);
  });

  it('FM-01 counts running totals', () => {
    const runningTotal = Array.from({ length: 673 }, () => ({ lowerWh: 0, upperWh: 1 }));
    expect(sizesWithinLimits({ ...anOffer(), runningTotal })).toEqual([
      { path: 'subTotalEnergyConstraint', message: 'has 673 pairs, more than 672' },
    ]);
  });
});
