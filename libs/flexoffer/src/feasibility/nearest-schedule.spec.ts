import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { anOffer } from '../testing/an-offer.js';
import { allFeasible, smallOffer } from '../testing/small-offers.js';
import { nearestSchedule } from './nearest-schedule.js';
import { scheduleFaults } from './schedule-faults.js';
import { profileLength } from './unit-bounds.js';

const slice = { minDuration: 1, maxDuration: 1, lowerWh: 0, upperWh: 500 };

describe('nearestSchedule', () => {
  it.each([
    [90, [300, 300, 300], 100, [300, 300, 300]],
    [102, [900, -5, 300], 102, [500, 0, 300]],
    [110, [500, 500, 500], 104, [500, 500, 0]],
    [100, [0, 0, 0], 100, [0, 0, 200]],
    [100, [100], 100, [100, 0, 100]],
    [100, [300, 300, 300, 300], 100, [300, 300, 300]],
  ])('FO-02 takes for a wish at %d of %j Wh the start %d and %j Wh', (start, wished, nearStart, near) => {
    const totalEnergy = { lowerWh: 200, upperWh: 1000 };
    const offer = anOffer({ startAfter: 100, slices: [slice, slice, slice], totalEnergy });
    expect(nearestSchedule(offer, { start, energiesWh: wished })).toEqual({
      start: nearStart,
      energiesWh: near,
    });
  });

  it('FO-02 chooses durations that make the profile as long as the wish', () => {
    const offer = anOffer({ startAfter: 100, slices: [slice, { ...slice, maxDuration: 4 }] });
    expect(nearestSchedule(offer, { start: 100, energiesWh: [100, 200, 50, 50] })).toEqual({
      start: 100,
      energiesWh: [100, 167, 50, 50],
      durations: [1, 3],
    });
  });

  it('FO-02 gives a feasible wish back, and nothing if nothing is feasible', () => {
    const offer = anOffer({ startAfter: 100, slices: [slice] });
    const wished = { start: 101, energiesWh: [77] };
    expect(nearestSchedule(offer, wished)).toBe(wished);
    const impossible = anOffer({ slices: [slice], totalEnergy: { lowerWh: 501, upperWh: 600 } });
    expect(nearestSchedule(impossible, wished)).toBe(undefined);
  });

  it('FO-02 turns back from whole watt-hours after which nothing fits', () => {
    // 2x + y <= 3 and 2x + y >= 3: only odd energies of the second slice are left, and the third has to take x = 0.
    const tight = [
      { ...slice, upperWh: 3 },
      { ...slice, dependency: [2, -2].map((a) => ({ a, b: a / 2, cWh: a * 1.5 })) },
      {
        ...slice,
        dependency: [
          { a: 3, b: 1, cWh: 9 },
          { a: -3, b: -1, cWh: -9 },
        ],
      },
    ];
    const offer = anOffer({
      startAfter: 100,
      slices: tight,
      defaultSchedule: { start: 100, energiesWh: [9, 9, 9] },
    });
    expect(nearestSchedule(offer, { start: 100, energiesWh: [1, 0, 0] })).toEqual({
      start: 100,
      energiesWh: [1, 1, 3],
    });
  });

  it('FO-02 gives up a little early where a dependency returns it many times over', () => {
    const dependency = [{ a: 5, b: 1, cWh: 5000 }];
    const offer = anOffer({ startAfter: 100, slices: [slice, { ...slice, upperWh: 5000, dependency }] });
    expect(nearestSchedule(offer, { start: 100, energiesWh: [500, 4000] })?.energiesWh).toEqual([200, 4000]);
    expect(nearestSchedule(offer, { start: 100, energiesWh: [500, 5000] })?.energiesWh).toEqual([0, 5000]);
  });

  it.each([
    ['bounds', 1],
    ['general', 1.01],
  ] as const)('FO-02 is feasible, and the nearest there is, with rows: %s', (rows, atMost) => {
    const wish = fc.array(fc.integer({ min: -6, max: 6 }), { minLength: 0, maxLength: 8 });
    let ours = 0;
    let best = 0;
    fc.assert(
      fc.property(smallOffer(rows), wish, ({ offer }, energiesWh) => {
        const near = nearestSchedule(offer, { start: 7, energiesWh });
        const length = profileLength(offer.slices, near?.durations);
        const feasible = allFeasible(offer, near?.durations);
        expect(near === undefined).toBe(feasible.length === 0);
        if (near === undefined) return;
        expect(scheduleFaults(offer, near)).toEqual([]);
        const deviation = (energies: readonly number[]): number =>
          energies.reduce((sum, energy, unit) => sum + Math.abs(energy - (energiesWh[unit] ?? 0)), 0);
        const least = feasible.reduce((most, energies) => Math.min(most, deviation(energies)), Infinity);
        expect(near.energiesWh.length).toBe(length);
        ours += deviation(near.energiesWh);
        best += least;
        if (atMost === 1) expect(deviation(near.energiesWh)).toBe(least);
      }),
      { seed: 42, numRuns: 2000 },
    );
    expect(ours / best).toBeLessThanOrEqual(atMost);
  });
});
