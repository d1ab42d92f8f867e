import { describe, expect, it } from '@jest/globals';
import type { Slice } from '../flex-offer.js';
import { anOffer } from '../testing/an-offer.js';
import { schedulesWithinTotals } from './schedules-within-totals.js';

const slice: Slice = { minDuration: 1, maxDuration: 1, lowerWh: 0, upperWh: 2 };
const range = (lowerWh: number, upperWh: number) => ({ lowerWh, upperWh });

describe('schedulesWithinTotals', () => {
  it('FO-02 counts the energies from one start, whatever the window', () => {
    expect(schedulesWithinTotals(anOffer({ slices: [slice, slice] }))).toBe(9n);
  });

  it('FO-02 follows running totals and the total', () => {
    // 0+1, 0+2, 1+0, 1+1, 1+2 pass the running totals; those of 2 or more the total.
    const offer = { ...anOffer({ slices: [slice, slice] }), runningTotal: [range(0, 1), range(1, 9)] };
    expect(schedulesWithinTotals(offer)).toBe(5n);
    expect(schedulesWithinTotals({ ...offer, totalEnergy: range(2, 9) })).toBe(3n);
  });

  it('FO-02 follows dependency rows', () => {
    // Together at most 2: six pairs.
    const store = { ...slice, dependency: [{ a: 1, b: 1, cWh: 2 }] };
    expect(schedulesWithinTotals(anOffer({ slices: [store, store] }))).toBe(6n);
  });

  it('FO-02 counts every duration: one interval of 0 to 2, or two that each have half of it', () => {
    expect(schedulesWithinTotals(anOffer({ slices: [{ ...slice, maxDuration: 2 }] }))).toBe(3n + 4n);
  });

  it('FO-02 finds none where a total is out of reach', () => {
    const offer = { ...anOffer({ slices: [slice, slice] }), totalEnergy: range(5, 9) };
    expect(schedulesWithinTotals(offer)).toBe(0n);
  });

  it('FO-02 stops before it becomes expensive', () => {
    expect(schedulesWithinTotals(anOffer({ slices: [{ ...slice, upperWh: 19_999 }] }))).toBe(20_000n);
    expect(schedulesWithinTotals(anOffer({ slices: [{ ...slice, upperWh: 20_000 }] }))).toBeUndefined();
  });
});
