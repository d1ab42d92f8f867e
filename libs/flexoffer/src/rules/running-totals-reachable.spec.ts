import { describe, expect, it } from '@jest/globals';
import { anOffer } from '../testing/an-offer.js';
import { runningTotalsReachable } from './running-totals-reachable.js';

const slice = { minDuration: 1, maxDuration: 1, lowerWh: 0, upperWh: 5 };
const range = (lowerWh: number, upperWh: number) => ({ lowerWh, upperWh });
const offer = anOffer({ slices: [slice, slice, slice] });

describe('runningTotalsReachable', () => {
  it('FM-01 accepts what the slices can follow', () => {
    expect(
      runningTotalsReachable({ ...offer, runningTotal: [range(0, 2), range(7, 9), range(12, 20)] }),
    ).toEqual([]);
  });

  it('FM-01 names the first slice that cannot follow, although each pair alone is in reach', () => {
    expect(
      runningTotalsReachable({ ...offer, runningTotal: [range(0, 2), range(8, 9), range(0, 1)] }),
    ).toEqual([
      { path: 'subTotalEnergyConstraint', message: 'after slice 1: 8 to 9 Wh are out of reach of 0 to 7 Wh' },
    ]);
  });

  it('FM-01 leaves broken slices, broken pairs and dependency rows to their own rules', () => {
    const runningTotal = [range(90, 99), range(90, 99), range(90, 99)];
    const broken = { ...slice, lowerWh: 6 };
    expect(runningTotalsReachable({ ...offer, slices: [broken, slice, slice], runningTotal })).toEqual([]);
    expect(runningTotalsReachable({ ...offer, runningTotal: [range(99, 90)] })).toEqual([]);
    const dependent = { ...slice, dependency: [{ a: 0, b: 1, cWh: -1 }] };
    const loose = [range(0, 5), range(0, 10), range(0, 15)];
    expect(
      runningTotalsReachable({ ...offer, slices: [dependent, slice, slice], runningTotal: loose }),
    ).toEqual([]);
  });

  it('FM-01 has nothing to say without running totals', () => {
    expect(runningTotalsReachable(offer)).toEqual([]);
  });
});
