import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { EnergyBounds, FlexOffer } from '../flex-offer.js';
import { anOffer } from '../testing/an-offer.js';
import { arbitraryConstrainedOffer } from '../testing/arbitrary-constrained-offer.js';
import { arbitraryFullOffer } from '../testing/arbitrary-offer.js';
import { flexibilityMeasures } from './flexibility-measures.js';

const runs = { seed: 42, numRuns: 400 };
const arbitraryOffer = fc.oneof(arbitraryConstrainedOffer, arbitraryFullOffer);

const mirrored = ({ lowerWh, upperWh }: EnergyBounds): EnergyBounds => ({
  lowerWh: 0 - upperWh,
  upperWh: 0 - lowerWh,
});

/** The same offer seen from the other side of the meter. */
function mirrorOf({ totalEnergy, runningTotal, slices, ...offer }: FlexOffer): FlexOffer {
  return {
    ...offer,
    ...(totalEnergy && { totalEnergy: mirrored(totalEnergy) }),
    ...(runningTotal && { runningTotal: runningTotal.map(mirrored) }),
    slices: slices.map((slice) => ({
      ...slice,
      ...mirrored(slice),
      ...(slice.dependency && {
        dependency: slice.dependency.map(({ a, b, cWh }) => ({ a: -a, b: -b, cWh })),
      }),
    })),
  };
}

describe('flexibilityMeasures', () => {
  it('FO-02 measures a small offer as by hand', () => {
    const slices = [
      { minDuration: 1, maxDuration: 1, lowerWh: 1000, upperWh: 4000 },
      { minDuration: 1, maxDuration: 1, lowerWh: 0, upperWh: 4000 },
    ];
    expect(flexibilityMeasures(anOffer({ slices, startAfter: 100, startBefore: 101 }))).toEqual({
      timeIntervals: 1,
      energyWh: 7000,
      product: 7000,
      vector: { timeIntervals: 1, energyWh: 7000, manhattan: 8, euclidean: Math.hypot(1, 7) },
      seriesWh: 5000,
      assignments: { count: 2n * 3001n * 4001n, exact: true },
      // Three intervals of up to 4000 Wh, less the 1000 Wh that it must have.
      absoluteAreaWh: 11_000,
      relativeArea: 22_000 / 9000,
    });
  });

  it('FO-02 measures nothing where there is no choice', () => {
    const slices = [{ minDuration: 1, maxDuration: 1, lowerWh: 700, upperWh: 700 }];
    expect(flexibilityMeasures(anOffer({ slices, startAfter: 100, startBefore: 100 }))).toEqual({
      timeIntervals: 0,
      energyWh: 0,
      product: 0,
      vector: { timeIntervals: 0, energyWh: 0, manhattan: 0, euclidean: 0 },
      seriesWh: 0,
      assignments: { count: 1n, exact: true },
      absoluteAreaWh: 0,
      relativeArea: 0,
    });
  });

  it('FO-02 is never negative, for any kind', () => {
    const check = fc.property(arbitraryOffer, (offer) => {
      const measures = flexibilityMeasures(offer);
      const { timeIntervals, energyWh, product, seriesWh, absoluteAreaWh, relativeArea = 0 } = measures;
      for (const measure of [timeIntervals, energyWh, product, seriesWh, absoluteAreaWh, relativeArea])
        expect(measure).toBeGreaterThanOrEqual(0);
      expect(measures.assignments.count).toBeGreaterThanOrEqual(1n);
    });
    fc.assert(check, runs);
  });

  it('FO-02 is the same for an offer and its mirror image, for any kind', () => {
    const check = fc.property(arbitraryOffer, (offer) => {
      // Longer slices of odd watt-hours are split from the other end when they are mirrored.
      const slices = offer.slices.map((slice) => ({ ...slice, minDuration: 1, maxDuration: 1 }));
      const short = { ...offer, slices };
      expect(flexibilityMeasures(mirrorOf(short))).toEqual(flexibilityMeasures(short));
    });
    fc.assert(check, runs);
  });

  it('FO-02 does not grow by a constraint more', () => {
    const check = fc.property(arbitraryConstrainedOffer, (offer) => {
      const { totalEnergy: _, runningTotal: __, ...free } = offer;
      const [with_, without] = [flexibilityMeasures(offer), flexibilityMeasures(free)];
      expect(with_.energyWh).toBeLessThanOrEqual(without.energyWh);
      expect(with_.seriesWh).toBeLessThanOrEqual(without.seriesWh);
      if (with_.assignments.exact && without.assignments.exact)
        expect(with_.assignments.count <= without.assignments.count).toBe(true);
    });
    fc.assert(check, runs);
  });
});
