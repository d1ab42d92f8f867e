import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { FlexOffer } from '../flex-offer.js';
import { anOffer } from '../testing/an-offer.js';
import { energySetOf } from './energy-set-of.js';
import { nearestSlices } from './nearest-slices.js';
import { energyRange } from './energy-range.js';
import { innerBox } from './inner-box.js';
import { nearestSchedule } from './nearest-schedule.js';
import { scheduleFaults } from './schedule-faults.js';

const energies = (length: number): fc.Arbitrary<number[]> =>
  fc.array(fc.integer({ min: -9000, max: 9000 }), { minLength: length, maxLength: length });

/** Stores that leak: what is left of the energy so far counts for less than what comes in now. */
const leakyStore: fc.Arbitrary<FlexOffer> = fc
  .record({
    length: fc.integer({ min: 2, max: 14 }),
    kept: fc.double({ min: 0.7, max: 1, noNaN: true }),
    full: fc.integer({ min: 0, max: 9000 }),
    power: fc.integer({ min: 1, max: 4000 }),
    tapered: fc.double({ min: 0, max: 0.6, noNaN: true }),
  })
  .map(({ length, kept, full, power, tapered }) =>
    anOffer({
      slices: Array.from({ length }, () => ({
        minDuration: 1,
        maxDuration: 1,
        lowerWh: -power,
        upperWh: power,
        dependency: [
          { a: kept, b: 1, cWh: full },
          { a: -kept, b: -1, cWh: full / 3 },
          { a: tapered, b: 1, cWh: power + full / 10 },
        ],
      })),
      defaultSchedule: { start: 1_964_000, energiesWh: Array.from({ length }, () => 0) },
    }),
  );

describe('large dependency offers', () => {
  it('FM-02 FM-03 may choose anything inside the inner box', () => {
    fc.assert(
      fc.property(leakyStore, energies(14), (offer, choice) => {
        const box = innerBox(offer);
        const inside = offer.slices.map((_, unit) => {
          const [lower, upper] = [box?.lowerWh[unit] ?? 0, box?.upperWh[unit] ?? 0];
          return Math.min(Math.max(choice[unit] ?? 0, lower), upper);
        });
        expect(scheduleFaults(offer, { start: offer.startAfter, energiesWh: inside })).toEqual([]);
      }),
      { seed: 42, numRuns: 150 },
    );
  });

  it('FM-02 FM-03 may choose any member of the energy set', () => {
    fc.assert(
      fc.property(leakyStore, energies(14), (offer, wished) => {
        const { set } = energySetOf(offer);
        // The member of the set that is nearest to anything: mostly a corner.
        const member = nearestSlices({ set, rows: [] }, wished.slice(0, offer.slices.length)) ?? [];
        expect(scheduleFaults(offer, { start: offer.startAfter, energiesWh: member })).toEqual([]);
      }),
      { seed: 42, numRuns: 150 },
    );
  });

  it('FO-02 find a feasible schedule near any wish, not further from it than the default and in range', () => {
    fc.assert(
      fc.property(leakyStore, energies(14), (offer, wished) => {
        const energiesWh = wished.slice(0, offer.slices.length);
        const near = nearestSchedule(offer, { start: offer.startAfter, energiesWh });
        if (near === undefined) throw new Error('the default schedule is feasible');
        expect(scheduleFaults(offer, near)).toEqual([]);
        const deviation = (of: readonly number[]): number =>
          of.reduce((sum, energy, unit) => sum + Math.abs(energy - (energiesWh[unit] ?? 0)), 0);
        expect(deviation(near.energiesWh)).toBeLessThanOrEqual(deviation(energiesWh.map(() => 0)));
        const range = energyRange(offer);
        const outside = near.energiesWh.filter(
          (energy, unit) => energy < (range?.lowerWh[unit] ?? 0) || energy > (range?.upperWh[unit] ?? 0),
        );
        expect(outside).toEqual([]);
      }),
      { seed: 42, numRuns: 150 },
    );
  });
});
