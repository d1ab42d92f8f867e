import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { scheduleFaults } from '../feasibility/schedule-faults.js';
import { unitBounds } from '../feasibility/unit-bounds.js';
import type { FlexOffer, Slice } from '../flex-offer.js';
import { anOffer } from '../testing/an-offer.js';
import { allEnergies, arbitrarySmallOffer } from '../testing/arbitrary-small-offer.js';
import { numberOfAssignments } from './number-of-assignments.js';

const slice = (lowerWh: number, upperWh: number, duration = 1): Slice => ({
  minDuration: duration,
  maxDuration: duration,
  lowerWh,
  upperWh,
});
const offerOf = (slices: Slice[], changes: Partial<FlexOffer> = {}): FlexOffer => ({
  ...anOffer({ slices, startAfter: 100, startBefore: 102 }),
  ...changes,
});

describe('numberOfAssignments', () => {
  it('FO-02 multiplies starts and energies of a standard offer', () => {
    expect(numberOfAssignments(offerOf([slice(1, 3), slice(-1, 0)]))).toEqual({ count: 18n, exact: true });
  });

  it('FO-02 is exact where no double could be', () => {
    const slices = Array.from({ length: 96 }, () => slice(0, 999_999));
    expect(numberOfAssignments(offerOf(slices))).toEqual({ count: 3n * 10n ** 576n, exact: true });
  });

  it('FO-02 counts what a total leaves', () => {
    // 3 starts; of the 9 pairs of 0..2, three sum to 2.
    const totalEnergy = { lowerWh: 2, upperWh: 2 };
    expect(numberOfAssignments(offerOf([slice(0, 2), slice(0, 2)], { totalEnergy }))).toEqual({
      count: 9n,
      exact: true,
    });
  });

  it('FO-02 says so where counting costs too much, and never gives less than there are', () => {
    const slices = Array.from({ length: 96 }, () => slice(0, 99_999));
    const totalEnergy = { lowerWh: 0, upperWh: 5_000_000 };
    expect(numberOfAssignments(offerOf(slices, { totalEnergy }))).toEqual({
      count: 3n * 10n ** 480n,
      exact: false,
    });
  });

  it('FO-02 counts what enumeration finds, for every kind', () => {
    const check = fc.property(arbitrarySmallOffer, (offer) => {
      expect(numberOfAssignments(offer)).toEqual({ count: BigInt(enumerate(offer)), exact: true });
    });
    fc.assert(check, { seed: 42, numRuns: 1000 });
  });
});

/** Tries every start, every choice of durations and all energies inside the unit bounds. */
function enumerate(offer: FlexOffer): number {
  const starts = offer.startBefore - offer.startAfter + 1;
  const everyDurations = allEnergies(
    offer.slices.map(({ minDuration, maxDuration }) => [minDuration, maxDuration]),
  );
  const feasible = everyDurations.flatMap((durations) => {
    const { lowerWh, upperWh } = unitBounds(offer, durations);
    const energies = allEnergies(lowerWh.map((lower, unit) => [lower, upperWh[unit] ?? lower]));
    return energies.filter(
      (energiesWh) => scheduleFaults(offer, { start: offer.startAfter, energiesWh, durations }).length === 0,
    );
  });
  return starts * feasible.length;
}
