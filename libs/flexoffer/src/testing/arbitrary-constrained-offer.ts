import fc from 'fast-check';
import type { DependencyRow, EnergyBounds, FlexOffer, Slice } from '../flex-offer.js';
import { arbitraryPlainOffer } from './arbitrary-offer.js';

/** What a kind of offer adds, around a default schedule that it must leave feasible. */
type Constrain = (offer: FlexOffer) => fc.Arbitrary<FlexOffer>;

const slack = fc.constantFrom(0, 0, 1, 10, 400, 5000);

const around = (energy: number): fc.Arbitrary<EnergyBounds> =>
  fc.tuple(slack, slack).map(([below, above]) => ({ lowerWh: energy - below, upperWh: energy + above }));

/** The sums of the default schedule from the first slice to the end of each. */
function runningSums({ slices, defaultSchedule }: FlexOffer): number[] {
  let sum = 0;
  let unit = 0;
  return slices.map(({ minDuration }) => {
    for (const end = unit + minDuration; unit < end; unit++) sum += defaultSchedule.energiesWh[unit] ?? 0;
    return sum;
  });
}

const withTotal: Constrain = (offer) =>
  around(runningSums(offer).at(-1) ?? 0).map((totalEnergy) => ({ ...offer, totalEnergy }));

const withRunningTotal: Constrain = (offer) =>
  fc.tuple(...runningSums(offer).map(around)).map((runningTotal) => ({ ...offer, runningTotal }));

const inSingleIntervals: Constrain = (offer) => {
  const slices = offer.slices.map((slice) => ({ ...slice, minDuration: 1, maxDuration: 1 }));
  const energiesWh = slices.map(({ lowerWh, upperWh }) => Math.floor((lowerWh + upperWh) / 2));
  return fc.constant({ ...offer, slices, defaultSchedule: { ...offer.defaultSchedule, energiesWh } });
};

const withDependency: Constrain = (plain) =>
  inSingleIntervals(plain).chain((offer) => {
    const sums = runningSums(offer);
    const rowsAt = (index: number): fc.Arbitrary<DependencyRow[]> => {
      const x = sums[index - 1] ?? 0;
      const y = (sums[index] ?? 0) - x;
      const row = fc
        .tuple(fc.constantFrom(-1, 0, 0.5, 1), fc.constantFrom(-1, 1, 2), slack)
        .map(([a, b, room]) => ({ a, b, cWh: a * x + b * y + room }));
      return fc.array(row, { minLength: 1, maxLength: 4 });
    };
    return fc.tuple(...offer.slices.map((_, index) => rowsAt(index))).map((rows) => ({
      ...offer,
      slices: offer.slices.map((slice, index) => dependent(slice, rows[index])),
    }));
  });

function dependent(slice: Slice, dependency: readonly DependencyRow[] | undefined): Slice {
  return dependency === undefined ? slice : { ...slice, dependency };
}

const withUncertainty: Constrain = (offer) =>
  fc.constantFrom(0.5, 0.95, 1).map((threshold) => ({
    ...offer,
    slices: offer.slices.map((slice) => ({
      ...slice,
      uncertainty: {
        threshold,
        pieces: [{ fromWh: slice.lowerWh, toWh: slice.upperWh, coefficients: [threshold] }],
      },
    })),
  }));

/**
 * For specs of rules and measures: an acceptable offer of any kind (standard, total, running totals, both, dependency,
 * dependency with running totals, uncertain), with a feasible default schedule.
 */
export const arbitraryConstrainedOffer: fc.Arbitrary<FlexOffer> = fc
  .tuple(
    arbitraryPlainOffer,
    fc.constantFrom<readonly Constrain[]>(
      [],
      [withTotal],
      [withRunningTotal],
      [withRunningTotal, withTotal],
      [withDependency],
      [withDependency, withRunningTotal, withTotal],
      [withUncertainty],
    ),
  )
  .chain(([offer, steps]) =>
    steps.reduce<fc.Arbitrary<FlexOffer>>((made, step) => made.chain(step), fc.constant(offer)),
  );
