import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { arbitraryConstrainedOffer } from '../testing/arbitrary-constrained-offer.js';
import { boundsAfter, reachableRunningTotals } from './reachable-running-totals.js';

const slice = { minDuration: 1, maxDuration: 1, lowerWh: 0, upperWh: 5 };
const slices = [slice, slice, slice];
const range = (lowerWh: number, upperWh: number) => ({ lowerWh, upperWh });

describe('reachableRunningTotals', () => {
  it('FO-02 follows the sum through the slices', () => {
    expect(reachableRunningTotals({ slices })).toEqual({ ranges: [range(0, 5), range(0, 10), range(0, 15)] });
  });

  it('FO-02 keeps to running totals and the total', () => {
    const runningTotal = [range(-9, 99), range(4, 7), range(-9, 99)];
    expect(reachableRunningTotals({ slices, runningTotal, totalEnergy: range(12, 99) })).toEqual({
      ranges: [range(0, 5), range(4, 7), range(12, 12)],
    });
  });

  it('FO-02 says which slice blocks the way', () => {
    const runningTotal = [range(0, 2), range(8, 9), range(0, 99)];
    expect(reachableRunningTotals({ slices, runningTotal })).toEqual({ ranges: [range(0, 2)], blockedAt: 1 });
  });

  it('FO-02 knows energies that are known to be possible', () => {
    const check = fc.property(arbitraryConstrainedOffer, (offer) => {
      const { ranges, blockedAt } = reachableRunningTotals(offer);
      expect(blockedAt).toBeUndefined();
      const sum = offer.defaultSchedule.energiesWh.reduce((total, energy) => total + energy, 0);
      expect(ranges.at(-1)?.lowerWh).toBeLessThanOrEqual(sum);
      expect(ranges.at(-1)?.upperWh).toBeGreaterThanOrEqual(sum);
    });
    fc.assert(check, { seed: 42, numRuns: 1000 });
  });
});

describe('boundsAfter', () => {
  it('FO-02 joins the last running total with the total energy', () => {
    const runningTotal = [range(0, 5), range(2, 9), range(3, 9)];
    const offer = { slices, runningTotal, totalEnergy: range(0, 7) };
    expect(boundsAfter(offer, 1)).toEqual(range(2, 9));
    expect(boundsAfter(offer, 2)).toEqual(range(3, 7));
    expect(boundsAfter({ slices }, 2)).toEqual(range(-Infinity, Infinity));
  });
});
