import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { EnergySet } from '../exact/energy-set.js';
import type { FlexOffer } from '../flex-offer.js';
import { anOffer } from '../testing/an-offer.js';
import { allFeasible, allInUnits, areSame, isMember, smallOffer } from '../testing/small-offers.js';
import { energySetOf } from './energy-set-of.js';
import { tightened } from '../exact/tightened.js';

describe('energySetOf', () => {
  it('FO-02 says an electric vehicle with a total energy in bounds that are all attained', () => {
    const slices = [0, 1, 2].map(() => ({ minDuration: 1, maxDuration: 1, lowerWh: 0, upperWh: 500 }));
    const offer = anOffer({ slices, totalEnergy: { lowerWh: 1200, upperWh: 1400 } });
    expect(energySetOf(offer)).toEqual({
      exact: true,
      set: {
        lowerWh: Float64Array.of(200, 200, 200),
        upperWh: Float64Array.of(500, 500, 500),
        runningLowerWh: Float64Array.of(200, 700, 1200),
        runningUpperWh: Float64Array.of(500, 1000, 1400),
      },
    });
  });

  it('FO-02 keeps the uneven split of a longer slice open under a total', () => {
    const slices = [{ minDuration: 2, maxDuration: 3, lowerWh: 0, upperWh: 9 }];
    const offer = anOffer({ slices, totalEnergy: { lowerWh: 0, upperWh: 4 } });
    expect(energySetOf(offer, [3]).set).toEqual({
      lowerWh: Float64Array.of(0, 0, 0),
      upperWh: Float64Array.of(3, 3, 3),
      runningLowerWh: Float64Array.of(0, 0, 0),
      runningUpperWh: Float64Array.of(3, 4, 4),
    });
  });

  it('FO-02 FM-02 is exact wherever bounds can say the rows', () => {
    fc.assert(
      fc.property(smallOffer('bounds'), ({ offer, durations }) => {
        const { set, exact } = energySetOf(offer, durations);
        expect(exact).toBe(true);
        expect(areSame(membersOf(set, offer, durations), allFeasible(offer, durations))).toBe(true);
      }),
      { seed: 42, numRuns: 3000 },
    );
  });

  it('FO-02 FM-02 is inside what is feasible and contains the default schedule', () => {
    fc.assert(
      fc.property(smallOffer('general'), ({ offer }) => {
        const { set, exact } = energySetOf(offer);
        const feasible = allFeasible(offer);
        const members = membersOf(set, offer);
        const known = new Set(feasible.map((energies) => energies.join()));
        expect(members.filter((energies) => !known.has(energies.join()))).toEqual([]);
        expect(members.length === 0).toBe(feasible.length === 0);
        if (exact) expect(members.length).toBe(feasible.length);
        const byDefault = offer.defaultSchedule.energiesWh.join();
        if (known.has(byDefault)) expect(members.map((energies) => energies.join())).toContain(byDefault);
        expect(tightened(set) === undefined).toBe(feasible.length === 0);
      }),
      { seed: 42, numRuns: 3000 },
    );
  });
});

function membersOf(set: EnergySet, offer: FlexOffer, durations?: readonly number[]): number[][] {
  return allInUnits(offer, durations).filter((energies) => isMember(set, energies));
}
