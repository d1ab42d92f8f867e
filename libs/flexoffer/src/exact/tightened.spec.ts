import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { EnergySet } from './energy-set.js';
import { isMember } from '../testing/small-offers.js';
import { tightened } from './tightened.js';

const range = (lowest: number, highest: number, widest: number): fc.Arbitrary<[number, number]> =>
  fc.tuple(fc.integer({ min: lowest, max: highest }), fc.integer({ min: 0, max: widest }));

const arbitrarySet: fc.Arbitrary<EnergySet> = fc
  .array(fc.tuple(range(-2, 2, 3), fc.option(range(-5, 3, 6), { nil: undefined, freq: 2 })), {
    minLength: 1,
    maxLength: 4,
  })
  .map((units) => ({
    lowerWh: Float64Array.from(units, ([[lower]]) => lower),
    upperWh: Float64Array.from(units, ([[lower, width]]) => lower + width),
    runningLowerWh: Float64Array.from(units, ([, running]) => running?.[0] ?? -Infinity),
    runningUpperWh: Float64Array.from(units, ([, running]) =>
      running === undefined ? Infinity : running[0] + running[1],
    ),
  }));

describe('tightened', () => {
  it('FM-02 keeps all members, attains every bound, and knows an empty set', () => {
    fc.assert(
      fc.property(arbitrarySet, (set) => {
        const members = allInside(set).filter((energies) => isMember(set, energies));
        expect(tightened(set)).toEqual(members.length === 0 ? undefined : attainedBy(members));
      }),
      { seed: 42, numRuns: 3000 },
    );
  });

  it('FM-02 leaves the given set as it was', () => {
    const set = {
      lowerWh: Float64Array.of(0, 0),
      upperWh: Float64Array.of(5, 5),
      runningLowerWh: Float64Array.of(-Infinity, 8),
      runningUpperWh: Float64Array.of(Infinity, 9),
    };
    expect(tightened(set)?.lowerWh).toEqual(Float64Array.of(3, 3));
    expect(set.lowerWh).toEqual(Float64Array.of(0, 0));
    expect(set.runningLowerWh).toEqual(Float64Array.of(-Infinity, 8));
  });
});

function allInside({ lowerWh, upperWh }: EnergySet): number[][] {
  return Array.from(lowerWh).reduce<number[][]>(
    (all, lower, unit) =>
      all.flatMap((energies) =>
        Array.from({ length: (upperWh[unit] ?? lower) - lower + 1 }, (_, more) => [
          ...energies,
          lower + more,
        ]),
      ),
    [[]],
  );
}

function attainedBy(members: readonly (readonly number[])[]): EnergySet {
  const running = members.map((energies) => {
    let sum = 0;
    return energies.map((energy) => (sum += energy));
  });
  const ends = (of: readonly (readonly number[])[], end: (...values: number[]) => number): Float64Array =>
    Float64Array.from(of[0] ?? [], (_, unit) => end(...of.map((energies) => energies[unit] ?? 0)));
  return {
    lowerWh: ends(members, Math.min),
    upperWh: ends(members, Math.max),
    runningLowerWh: ends(running, Math.min),
    runningUpperWh: ends(running, Math.max),
  };
}
