import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { unitBounds } from '../feasibility/unit-bounds.js';
import type { FlexOffer, Slice } from '../flex-offer.js';
import { anOffer } from '../testing/an-offer.js';
import { arbitraryPlainOffer } from '../testing/arbitrary-offer.js';
import { flexibilityLost, type AlignedOffer, type FlexibilityLost, type Loss } from './flexibility-lost.js';

const slice = (lowerWh: number, upperWh: number): Slice => ({
  minDuration: 1,
  maxDuration: 1,
  lowerWh,
  upperWh,
});

/** Start-aligned: bounds add up, and all move together as far as the least flexible may. */
function sumOf(offers: readonly FlexOffer[]): { members: AlignedOffer[]; aggregate: FlexOffer } {
  const startAfter = Math.min(...offers.map((offer) => offer.startAfter));
  const window = Math.min(...offers.map((offer) => offer.startBefore - offer.startAfter));
  const members = offers.map((offer) => ({ offer, offsetIntervals: offer.startAfter - startAfter }));
  const slices: Slice[] = [];
  for (const { offer, offsetIntervals } of members) {
    const { lowerWh, upperWh } = unitBounds(offer);
    lowerWh.forEach((lower, unit) => {
      while (slices.length <= offsetIntervals + unit) slices.push(slice(0, 0));
      const before = slices[offsetIntervals + unit] ?? slice(0, 0);
      const upper = upperWh[unit] ?? lower;
      slices[offsetIntervals + unit] = slice(before.lowerWh + lower, before.upperWh + upper);
    });
  }
  return { members, aggregate: anOffer({ startAfter, startBefore: startAfter + window, slices }) };
}

const sharesOf = (lost: FlexibilityLost): number[] => {
  const losses: Readonly<Record<string, Loss>> = { ...lost };
  return Object.values(losses).map(({ kept }) => kept);
};

describe('flexibilityLost', () => {
  it('FM-02 counts the loss of the less flexible start, as by hand', () => {
    const still = anOffer({ startAfter: 100, startBefore: 102, slices: [slice(0, 1000)] });
    const mobile = anOffer({ startAfter: 100, startBefore: 106, slices: [slice(0, 3000)] });
    const { members, aggregate } = sumOf([still, mobile]);
    expect(flexibilityLost(members, aggregate)).toEqual({
      timeIntervals: { members: 8, aggregate: 4, kept: 0.5 },
      energyWh: { members: 4000, aggregate: 4000, kept: 1 },
      product: { members: 2 * 1000 + 6 * 3000, aggregate: 2 * 4000, kept: 0.4 },
      vector: { members: Math.hypot(8, 4), aggregate: Math.hypot(4, 4), kept: Math.sqrt(32 / 80) },
      seriesWh: { members: 4000, aggregate: 4000, kept: 1 },
      absoluteAreaWh: { members: 3 * 1000 + 7 * 3000, aggregate: 3 * 4000, kept: 0.5 },
      assignmentBits: {
        members: Math.log2(3 * 1001) + Math.log2(7 * 3001),
        aggregate: Math.log2(3 * 4001),
        kept: Math.log2(3 * 4001) / (Math.log2(3 * 1001) + Math.log2(7 * 3001)),
      },
    });
  });

  it('FM-02 loses nothing where one offer stands for itself, or nothing was free', () => {
    for (const offer of [anOffer(), anOffer({ startBefore: 1_964_000, slices: [slice(5, 5)] })]) {
      const { members, aggregate } = sumOf([offer]);
      expect(sharesOf(flexibilityLost(members, aggregate))).toEqual([1, 1, 1, 1, 1, 1, 1]);
    }
  });

  it('FM-02 shows what an inner aggregate gives up of a total', () => {
    const charger = {
      ...anOffer({ slices: [slice(0, 5), slice(0, 5)] }),
      totalEnergy: { lowerWh: 8, upperWh: 10 },
    };
    const inner = { ...charger, slices: [slice(4, 5), slice(4, 5)] };
    const { energyWh, seriesWh } = flexibilityLost([{ offer: charger, offsetIntervals: 0 }], inner);
    expect(energyWh.kept).toBe(1);
    expect(seriesWh.kept).toBeCloseTo(1 / 2, 12);
  });

  it('FM-02 leaves out the assignments where they are only bounded', () => {
    const many = Array.from({ length: 96 }, () => slice(0, 99_999));
    const offer = { ...anOffer({ slices: many }), totalEnergy: { lowerWh: 0, upperWh: 5_000_000 } };
    expect(flexibilityLost([{ offer, offsetIntervals: 0 }], offer).assignmentBits).toBeUndefined();
  });

  it('FM-02 never gains: no aggregate of one direction has more of anything than its members', () => {
    const consumers = arbitraryPlainOffer.map((offer) => ({
      ...offer,
      slices: offer.slices.map((given) => {
        const [least, most] = [Math.abs(given.lowerWh), Math.abs(given.upperWh)];
        return { ...given, lowerWh: Math.min(least, most), upperWh: Math.max(least, most) };
      }),
    }));
    const check = fc.property(fc.array(consumers, { minLength: 1, maxLength: 5 }), (offers) => {
      const { members, aggregate } = sumOf(offers);
      for (const kept of sharesOf(flexibilityLost(members, aggregate))) {
        expect(kept).toBeGreaterThanOrEqual(0);
        expect(kept).toBeLessThanOrEqual(1 + 1e-12);
      }
    });
    fc.assert(check, { seed: 42, numRuns: 1000 });
  });
});
