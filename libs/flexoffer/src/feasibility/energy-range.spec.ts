import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { anOffer } from '../testing/an-offer.js';
import { allFeasible, smallOffer } from '../testing/small-offers.js';
import { energyRange } from './energy-range.js';
import type { UnitBounds } from './unit-bounds.js';

const slice = { minDuration: 1, maxDuration: 1, lowerWh: 0, upperWh: 500 };

describe('energyRange', () => {
  it('FO-02 takes the total energy into account', () => {
    const offer = anOffer({ slices: [slice, slice], totalEnergy: { lowerWh: 600, upperWh: 900 } });
    expect(energyRange(offer)).toEqual({ lowerWh: [100, 100], upperWh: [500, 500] });
  });

  it('FO-02 follows a dependency in both directions', () => {
    // What the second slice takes is limited by half of what the first took, and it must take 200 Wh at least.
    const dependency = [
      { a: -0.5, b: 1, cWh: 0 },
      { a: 0, b: -1, cWh: -200 },
    ];
    const offer = anOffer({ slices: [slice, { ...slice, dependency }] });
    expect(energyRange(offer)).toEqual({ lowerWh: [400, 200], upperWh: [500, 250] });
    const impossible = anOffer({
      slices: [
        { ...slice, upperWh: 399 - 2 },
        { ...slice, dependency },
      ],
    });
    expect(energyRange(impossible)).toBe(undefined);
  });

  it('FO-02 is attained by feasible schedules wherever bounds can say the rows', () => {
    fc.assert(
      fc.property(smallOffer('bounds'), ({ offer, durations }) => {
        expect(energyRange(offer, durations)).toEqual(rangeOf(allFeasible(offer, durations)));
      }),
      { seed: 42, numRuns: 2500 },
    );
  });

  it('FO-02 contains all feasible schedules, and seldom more, with any rows', () => {
    let wider = 0;
    fc.assert(
      fc.property(smallOffer('general'), ({ offer, durations }) => {
        const range = energyRange(offer, durations);
        const attained = rangeOf(allFeasible(offer, durations));
        const outside = attained?.lowerWh.filter((lower, unit) => {
          const [least, most] = [range?.lowerWh[unit] ?? Infinity, range?.upperWh[unit] ?? -Infinity];
          return lower < least || (attained.upperWh[unit] ?? 0) > most;
        });
        expect(outside ?? []).toEqual([]);
        if (JSON.stringify(range) !== JSON.stringify(attained)) wider += 1;
      }),
      { seed: 42, numRuns: 2500 },
    );
    expect(wider).toBeLessThan(25);
  });
});

function rangeOf(energies: readonly (readonly number[])[]): UnitBounds | undefined {
  const [first] = energies;
  if (first === undefined) return undefined;
  return {
    lowerWh: first.map((_, unit) => Math.min(...energies.map((each) => each[unit] ?? 0))),
    upperWh: first.map((_, unit) => Math.max(...energies.map((each) => each[unit] ?? 0))),
  };
}
