import Type, { type Static } from 'typebox';
import { durations, Pair, Prices, sliceKinds } from './message-parts.js';
import { specificationOffer, SpecificationSchedule } from './specification-1.js';

const Slice = Type.Object({
  ...durations,
  energyConstraintList: Type.Array(Pair, { minItems: 1, maxItems: 1 }),
  priceConstraint: Prices,
  ...sliceKinds,
});

export const Specification2Offer = Type.Object(
  {
    ...specificationOffer,
    flexOfferProfileConstraints: Type.Array(Slice, { minItems: 1 }),
    defaultSchedule: SpecificationSchedule,
    schedule: Type.Optional(SpecificationSchedule),
  },
  { title: 'FlexOffer specification v1, section 2' },
);

/** A FlexOffer as a message of section 2 of the FlexOffer specification v1. */
export type Specification2Message = Static<typeof Specification2Offer>;
