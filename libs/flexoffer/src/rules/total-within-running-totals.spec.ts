import { describe, expect, it } from '@jest/globals';
import { anOffer } from '../testing/an-offer.js';
import { totalWithinRunningTotals } from './total-within-running-totals.js';

const slice = { minDuration: 1, maxDuration: 1, lowerWh: 0, upperWh: 5 };
const range = (lowerWh: number, upperWh: number) => ({ lowerWh, upperWh });
const offer = { ...anOffer({ slices: [slice, slice] }), runningTotal: [range(0, 2), range(0, 99)] };

describe('totalWithinRunningTotals', () => {
  it.each([range(7, 9), range(-3, 0)])('FM-01 accepts a total of %j', (totalEnergy) => {
    expect(totalWithinRunningTotals({ ...offer, totalEnergy })).toEqual([]);
  });

  it('FM-01 refuses a total that only the slices without the running totals could reach', () => {
    expect(totalWithinRunningTotals({ ...offer, totalEnergy: range(8, 10) })).toEqual([
      {
        path: 'totalEnergyConstraint',
        message: 'is out of reach of the running totals, which end at 0 to 7 Wh',
      },
    ]);
  });

  it('FM-01 leaves a total that the slices cannot reach, and running totals out of reach, to their own rules', () => {
    expect(totalWithinRunningTotals({ ...offer, totalEnergy: range(11, 12) })).toEqual([]);
    const runningTotal = [range(6, 7), range(0, 99)];
    expect(totalWithinRunningTotals({ ...offer, runningTotal, totalEnergy: range(8, 10) })).toEqual([]);
  });
});
