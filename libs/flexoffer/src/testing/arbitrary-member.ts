import fc from 'fast-check';
import { unitBounds } from '../feasibility/unit-bounds.js';
import type { AskedPrice, FlexOffer } from '../flex-offer.js';
import { arbitraryConstrainedOffer } from './arbitrary-constrained-offer.js';
import { arbitraryEnergies, arbitraryPlainOffer } from './arbitrary-offer.js';

/** Slices of variable duration that last longer in the default than they must. */
const arbitraryLongerOffer: fc.Arbitrary<FlexOffer> = arbitraryPlainOffer.chain((offer) => {
  const slices = offer.slices.map((slice, index) => ({
    ...slice,
    maxDuration: slice.minDuration + 1 + (index % 2),
  }));
  const durations = slices.map(({ minDuration }) => minDuration + 1);
  const { lowerWh, upperWh } = unitBounds({ slices }, durations);
  const units = lowerWh.map((lower, unit) => ({
    minDuration: 1,
    maxDuration: 1,
    lowerWh: lower,
    upperWh: upperWh[unit] ?? lower,
  }));
  return arbitraryEnergies(units).map((energiesWh) => ({
    ...offer,
    slices,
    defaultSchedule: { ...offer.defaultSchedule, energiesWh, durations },
  }));
});

const arbitraryPrice: fc.Arbitrary<AskedPrice> = fc.constantFrom(
  { up: 0, down: 0 },
  { up: 344_173, down: -50_000 },
  { up: 50_000, down: 60_000 },
);

/** For specs of aggregation: an acceptable offer of any kind, also with prices of single slices. */
export const arbitraryMember: fc.Arbitrary<FlexOffer> = fc
  .tuple(
    fc.oneof(
      { weight: 4, arbitrary: arbitraryConstrainedOffer },
      { weight: 1, arbitrary: arbitraryLongerOffer },
    ),
    fc.option(arbitraryPrice, { nil: undefined }),
  )
  .map(([offer, price]) =>
    price === undefined
      ? offer
      : {
          ...offer,
          slices: offer.slices.map((slice, index) => (index % 2 === 0 ? { ...slice, price } : slice)),
        },
  );
