import { describe, expect, it } from '@jest/globals';
import type { DependencyRow } from '../flex-offer.js';
import { anOffer } from '../testing/an-offer.js';
import { dependencyRows } from './dependency-rows.js';

const pathsOf = (dependency: readonly DependencyRow[]) => {
  const slices = [{ minDuration: 1, maxDuration: 1, lowerWh: 0, upperWh: 5, dependency }];
  return dependencyRows({ ...anOffer(), slices }).map(({ path }) => path);
};

describe('dependencyRows', () => {
  it.each([
    { a: 0, b: 1, cWh: 5000 },
    { a: -1, b: 0, cWh: -5 },
    { a: 1_000_000, b: -0.1, cWh: -1e15 },
  ])('FM-01 accepts %j', (row) => {
    expect(pathsOf([row])).toEqual([]);
  });

  it.each([
    { a: 0, b: -0, cWh: 5 },
    { a: Number.NaN, b: 1, cWh: 5 },
    { a: 1, b: Infinity, cWh: 5 },
    { a: 1, b: 1, cWh: Number.NaN },
    { a: 1, b: 1, cWh: Infinity },
    { a: 1e300, b: 1, cWh: 5 },
  ])('FM-01 refuses %j and names it', (row) => {
    expect(pathsOf([{ a: 0, b: 1, cWh: 5 }, row])).toEqual([
      'flexOfferProfileConstraints[0].DependencyEnergyConstraintList[1]',
    ]);
  });

  it('FM-01 refuses a dependency without rows, and does not ask for one', () => {
    expect(pathsOf([])).toEqual(['flexOfferProfileConstraints[0].DependencyEnergyConstraintList']);
    expect(dependencyRows(anOffer())).toEqual([]);
  });
});
