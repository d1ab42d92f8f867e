import Type, { type Static } from 'typebox';
import {
  BoundPair,
  durations,
  Interval,
  IntervalSeconds,
  offerKinds,
  owner,
  ScheduleSlice,
  sliceKinds,
  State,
  Tariffs,
  Time,
} from './message-parts.js';

/** What both chapters of the specification say of an offer in the same words, and the additions of this platform. */
export const specificationOffer = {
  id: Type.String({ description: 'Given by the sender, or by the receiver if the sender gives none' }),
  state: State,
  stateReason: Type.Optional(Type.String()),
  ...owner,
  locationID: Type.String({ description: 'Node of the grid' }),
  numSecondsPerInterval: IntervalSeconds,
  creationTime: Time,
  creationInterval: Interval,
  acceptBeforeTime: Time,
  acceptBeforeInterval: Interval,
  assignmentBeforeTime: Time,
  assignmentBeforeInterval: Interval,
  startAfterTime: Time,
  startAfterInterval: Interval,
  startBeforeTime: Time,
  startBeforeInterval: Interval,
  ...offerKinds,
};

/** A schedule, in the words that both chapters use. */
export const SpecificationSchedule = Type.Object(
  { startTime: Time, numSecondsPerInterval: IntervalSeconds, scheduleSlices: Type.Array(ScheduleSlice) },
  { title: 'Schedule of the specification' },
);

const Slice = Type.Object({
  ...durations,
  energyConstraintList: Type.Array(BoundPair, { minItems: 1, maxItems: 1 }),
  tariffConstraint: Tariffs,
  ...sliceKinds,
});

export const Specification1Offer = Type.Object(
  {
    ...specificationOffer,
    flexOfferProfileConstraints: Type.Array(Slice, { minItems: 1 }),
    defaultSchedule: SpecificationSchedule,
    flexOfferSchedule: Type.Optional(SpecificationSchedule),
  },
  { title: 'FlexOffer specification v1, section 1.4' },
);

/** A schedule as a message of section 1.4: energies in the reader's sign. */
export type WireSchedule = Static<typeof SpecificationSchedule>;

export type WireSlice = Static<typeof Slice>;

/** A FlexOffer as a message of section 1.4 of the FlexOffer specification v1. */
export type WireFlexOffer = Static<typeof Specification1Offer>;
