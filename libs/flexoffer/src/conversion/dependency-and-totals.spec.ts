import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { DependencyRow } from '../flex-offer.js';
import { anOffer } from '../testing/an-offer.js';
import { allFeasible, areSame, smallOffer } from '../testing/small-offers.js';
import { asDependency } from './as-dependency.js';
import { withoutDependency } from './without-dependency.js';

const slice = { minDuration: 1, maxDuration: 1, lowerWh: 0, upperWh: 5000 };

describe('withoutDependency', () => {
  it('FO-02 finds the total energy of the charging example', () => {
    const dependency = [{ a: 1, b: 1, cWh: 14_000 }];
    const offer = anOffer({ slices: [slice, slice, slice, { ...slice, dependency }] });
    const expected = {
      ...offer,
      slices: [slice, slice, slice, slice],
      totalEnergy: { lowerWh: 0, upperWh: 14_000 },
    };
    expect(withoutDependency(offer)).toEqual(expected);
  });

  it('FO-02 finds the running totals of a store, and the bounds of a slice', () => {
    const rows = (upper: number): DependencyRow[] => [
      { a: 1, b: 1, cWh: upper },
      { a: 0, b: 2, cWh: 3000 },
    ];
    const offer = anOffer({
      slices: [slice, { ...slice, dependency: rows(6000) }, { ...slice, dependency: rows(6500) }],
    });
    const found = withoutDependency(offer);
    expect(found?.slices.map(({ upperWh }) => upperWh)).toEqual([5000, 1500, 1500]);
    expect(found?.runningTotal?.map(({ upperWh }) => upperWh)).toEqual([5000, 6000, 6500]);
    expect(found?.totalEnergy).toBe(undefined);
  });

  it.each([
    ['a row with other factors', { a: 1, b: 2, cWh: 9000 }],
    ['a row that nothing keeps to', { a: 0, b: 1, cWh: -1 }],
  ])('FO-02 says so for %s', (_, row) => {
    expect(withoutDependency(anOffer({ slices: [slice, { ...slice, dependency: [row] }] }))).toBe(undefined);
  });

  it('FO-02 allows the same schedules', () => {
    let found = 0;
    fc.assert(
      fc.property(fc.oneof(smallOffer('bounds'), smallOffer('general')), ({ offer, durations }) => {
        const converted = withoutDependency(offer);
        const feasible = allFeasible(offer, durations);
        if (converted === undefined) return;
        found += 1;
        expect(converted.slices.every(({ dependency }) => dependency === undefined)).toBe(true);
        expect(areSame(allFeasible(converted, durations), feasible)).toBe(true);
      }),
      { seed: 42, numRuns: 3000 },
    );
    expect(found).toBeGreaterThan(1000);
  });
});

describe('asDependency', () => {
  it('FO-02 says a total energy as two rows beside those of the slice', () => {
    const offer = anOffer({ slices: [slice, slice], totalEnergy: { lowerWh: 1000, upperWh: 7000 } });
    const { totalEnergy, ...rest } = offer;
    expect(asDependency(offer)).toEqual({
      ...rest,
      slices: [
        slice,
        {
          ...slice,
          dependency: [
            { a: 0, b: 1, cWh: 5000 },
            { a: 0, b: -1, cWh: 0 },
            { a: 1, b: 1, cWh: 7000 },
            { a: -1, b: -1, cWh: -1000 },
          ],
        },
      ],
    });
    expect(withoutDependency(asDependency(offer))).toEqual({ ...rest, totalEnergy });
  });

  it('FO-02 allows the same schedules, and leaves only what long slices cannot carry', () => {
    fc.assert(
      fc.property(smallOffer('general'), ({ offer, durations }) => {
        const converted = asDependency(offer);
        expect(areSame(allFeasible(converted, durations), allFeasible(offer, durations))).toBe(true);
        const isSingle = converted.slices.every(({ maxDuration }) => maxDuration === 1);
        if (isSingle) expect(converted.runningTotal ?? converted.totalEnergy).toBe(undefined);
      }),
      { seed: 42, numRuns: 2000 },
    );
  });
});
