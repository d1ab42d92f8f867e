import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { anOffer } from '../testing/an-offer.js';
import { allFeasible, smallOffer } from '../testing/small-offers.js';
import { innerBox } from './inner-box.js';
import { unitBounds } from './unit-bounds.js';

describe('innerBox', () => {
  it('FM-02 keeps the unit bounds of an offer with bounds of slices alone', () => {
    const slices = [{ minDuration: 3, maxDuration: 3, lowerWh: -5, upperWh: 10 }];
    expect(innerBox(anOffer({ slices }))).toEqual(unitBounds({ slices }));
  });

  it('FM-02 shares the room of a total in proportion', () => {
    const slices = [400, 200, 0].map((upperWh) => ({ minDuration: 1, maxDuration: 1, lowerWh: 0, upperWh }));
    const defaultSchedule = { start: 1_964_000, energiesWh: [100, 100, 0] };
    const offer = anOffer({ slices, totalEnergy: { lowerWh: 100, upperWh: 400 }, defaultSchedule });
    expect(innerBox(offer)).toEqual({ lowerWh: [50, 50, 0], upperWh: [250, 150, 0] });
  });

  it.each(['bounds', 'general'] as const)(
    'FM-02 FM-03 allows only what is feasible, whatever is chosen inside, with rows: %s',
    (rows) => {
      fc.assert(
        fc.property(smallOffer(rows), ({ offer, durations }) => {
          const feasible = allFeasible(offer, durations);
          const box = innerBox(offer, durations);
          expect(box === undefined).toBe(feasible.length === 0);
          if (box === undefined) return;
          const inside = feasible.filter((energies) =>
            energies.every((energy, unit) => {
              const lower = box.lowerWh[unit] ?? Number.NaN;
              return lower <= energy && energy <= (box.upperWh[unit] ?? Number.NaN);
            }),
          );
          // As many feasible schedules as the box has members: all of its members are feasible.
          const size = box.lowerWh.reduce(
            (all, lower, unit) => all * ((box.upperWh[unit] ?? 0) - lower + 1),
            1,
          );
          expect(inside.length).toBe(size);
          const byDefault = offer.defaultSchedule.energiesWh.join();
          if (feasible.some((energies) => energies.join() === byDefault)) {
            expect(inside.map((energies) => energies.join())).toContain(byDefault);
          }
        }),
        { seed: 42, numRuns: 2500 },
      );
    },
  );
});
