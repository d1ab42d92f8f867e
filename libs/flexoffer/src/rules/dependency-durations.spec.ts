import { describe, expect, it } from '@jest/globals';
import { anOffer } from '../testing/an-offer.js';
import { dependencyDurations } from './dependency-durations.js';

const dependency = [{ a: 0, b: 1, cWh: 5 }];
const pathsOf = (minDuration: number, maxDuration: number, rows?: typeof dependency) => {
  const slice = { minDuration, maxDuration, lowerWh: 0, upperWh: 5, ...(rows && { dependency: rows }) };
  return dependencyDurations({ ...anOffer(), slices: [slice] }).map(({ path }) => path);
};

describe('dependencyDurations', () => {
  it('FM-01 accepts rows in a slice of one interval, and longer slices without rows', () => {
    expect(pathsOf(1, 1, dependency)).toEqual([]);
    expect(pathsOf(2, 4)).toEqual([]);
  });

  it.each([
    [2, 2],
    [1, 2],
  ])('FM-01 refuses rows in a slice of %d to %d intervals', (minDuration, maxDuration) => {
    expect(pathsOf(minDuration, maxDuration, dependency)).toEqual([
      'flexOfferProfileConstraints[0].maxDuration',
    ]);
  });

  it('FM-01 leaves a broken duration to its own rule', () => {
    expect(pathsOf(0, 0, dependency)).toEqual([]);
  });
});
