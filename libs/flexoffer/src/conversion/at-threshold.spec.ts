import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { scheduleFaults } from '../feasibility/schedule-faults.js';
import type { Slice } from '../flex-offer.js';
import { anOffer } from '../testing/an-offer.js';
import { atThreshold } from './at-threshold.js';

/** Certain from 0 to `sureWh`, and then less and less likely down to 0 at `mostWh`. */
function uncertainSlice(sureWh: number, mostWh: number): Slice {
  const slope = 1000 / (mostWh - sureWh);
  const pieces = [
    { fromWh: 0, toWh: sureWh, coefficients: [1] },
    { fromWh: sureWh + 1, toWh: mostWh, coefficients: [(slope * mostWh) / 1000, -slope] },
  ];
  return {
    minDuration: 1,
    maxDuration: 1,
    lowerWh: 0,
    upperWh: sureWh,
    uncertainty: { threshold: 1, pieces },
  };
}

describe('atThreshold', () => {
  it('FO-02 makes a standard offer with the energies that are likely enough', () => {
    const offer = anOffer({ slices: [uncertainSlice(1000, 2000), uncertainSlice(500, 1000)] });
    const result = atThreshold(offer, 0.8);
    expect(result).toEqual({
      ok: true,
      value: {
        ...offer,
        slices: [1200, 600].map((upperWh) => ({ minDuration: 1, maxDuration: 1, lowerWh: 0, upperWh })),
      },
    });
  });

  it('FO-02 moves the default schedule inside', () => {
    const offer = anOffer({
      slices: [uncertainSlice(1000, 2000), uncertainSlice(500, 1000)],
      totalEnergy: { lowerWh: 1700, upperWh: 3000 },
      defaultSchedule: { start: 1_964_000, energiesWh: [1900, 0] },
    });
    const result = atThreshold(offer, 0.8);
    expect(result.ok && result.value.defaultSchedule.energiesWh).toEqual([1200, 500]);
  });

  it('FO-02 names every slice that is never so likely, a bad threshold, and totals out of reach', () => {
    const unlikely = { threshold: 0.5, pieces: [{ fromWh: 0, toWh: 9, coefficients: [0.7] }] };
    const slice = { minDuration: 1, maxDuration: 1, lowerWh: 0, upperWh: 9, uncertainty: unlikely };
    const offer = anOffer({ slices: [slice, uncertainSlice(1, 2), slice] });
    const message = 'has no energy with a probability of at least 0.8';
    expect(atThreshold(offer, 0.8)).toEqual({
      ok: false,
      faults: [0, 2].map((index) => ({ path: `flexOfferProfileConstraints[${index}]`, message })),
    });
    expect(atThreshold(offer, 0).ok).toBe(false);
    expect(atThreshold(offer, Number.NaN).ok).toBe(false);
    const poor = anOffer({ slices: [uncertainSlice(10, 20)], totalEnergy: { lowerWh: 15, upperWh: 20 } });
    expect(atThreshold(poor, 0.5).ok).toBe(true);
    expect(atThreshold(poor, 0.9).ok).toBe(false);
  });

  it('FO-02 keeps the default feasible and every energy likely enough', () => {
    const shape = fc.tuple(fc.integer({ min: 0, max: 500 }), fc.integer({ min: 1, max: 500 }));
    const threshold = fc.double({ min: 0.01, max: 1, noNaN: true });
    fc.assert(
      fc.property(fc.array(shape, { minLength: 1, maxLength: 5 }), threshold, (shapes, at) => {
        const offer = anOffer({ slices: shapes.map(([sure, more]) => uncertainSlice(sure, sure + more)) });
        const result = atThreshold(offer, at);
        if (!result.ok) throw new Error('0 Wh is certain');
        expect(scheduleFaults(result.value, result.value.defaultSchedule)).toEqual([]);
        const wrong = result.value.slices.filter(({ upperWh }, index) => {
          const [sure = 0, more = 0] = shapes[index] ?? [];
          const likely = (wh: number): number => Math.min((sure + more - wh) / more, 1);
          return likely(upperWh) < at - 2e-9 || likely(upperWh + 1) >= at;
        });
        expect(wrong).toEqual([]);
      }),
      { seed: 42, numRuns: 2000 },
    );
  });
});
