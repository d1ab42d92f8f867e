import fc from 'fast-check';
import type { FlexOffer, Slice } from '../flex-offer.js';
import { anOffer } from './an-offer.js';

/** Energies of consecutive intervals, each between its bounds: all of them, for bounds of a few watt-hours. */
export function allEnergies(bounds: readonly (readonly [lower: number, upper: number])[]): number[][] {
  return bounds.reduce<number[][]>(
    (starts, [lower, upper]) =>
      starts.flatMap((start) =>
        Array.from({ length: upper - lower + 1 }, (_, choice) => [...start, lower + choice]),
      ),
    [[]],
  );
}

const arbitrarySmallSlice: fc.Arbitrary<Slice> = fc
  .record({
    lower: fc.integer({ min: -3, max: 3 }),
    width: fc.integer({ min: 0, max: 3 }),
    minDuration: fc.integer({ min: 1, max: 2 }),
    longer: fc.constantFrom(0, 0, 1),
    rows: fc.array(
      fc.record({
        a: fc.constantFrom(-1, 0, 1, 2),
        b: fc.constantFrom(-1, 1, 0.5),
        cWh: fc.integer({ min: 0, max: 6 }),
      }),
      { maxLength: 2 },
    ),
  })
  .map(({ lower, width, minDuration, longer, rows }) => {
    const bounds = { lowerWh: lower, upperWh: lower + width };
    if (rows.length > 0) return { ...bounds, minDuration: 1, maxDuration: 1, dependency: rows };
    return { ...bounds, minDuration, maxDuration: minDuration + longer };
  });

const arbitraryPair = fc
  .tuple(fc.integer({ min: -6, max: 4 }), fc.integer({ min: 0, max: 8 }))
  .map(([lowerWh, width]) => ({ lowerWh, upperWh: lowerWh + width }));

/** For specs of measures: an offer of any kind, small enough to enumerate, perhaps without a feasible schedule. */
export const arbitrarySmallOffer: fc.Arbitrary<FlexOffer> = fc
  .record({
    slices: fc.array(arbitrarySmallSlice, { minLength: 1, maxLength: 3 }),
    window: fc.integer({ min: 0, max: 2 }),
    totalEnergy: fc.option(arbitraryPair, { nil: undefined }),
    pairs: fc.option(fc.tuple(arbitraryPair, arbitraryPair, arbitraryPair), { nil: undefined }),
  })
  .map(({ slices, window, totalEnergy, pairs }) => ({
    ...anOffer({ slices, startAfter: 1_964_000, startBefore: 1_964_000 + window }),
    ...(totalEnergy && { totalEnergy }),
    ...(pairs && { runningTotal: pairs.slice(0, slices.length) }),
  }));
