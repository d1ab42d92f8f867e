import Type, { type Static } from 'typebox';
import {
  BoundPair,
  durations,
  offerKinds,
  ScheduleSlice,
  sliceKinds,
  Tariffs,
  Time,
} from './message-parts.js';

export const MarketSchedule = Type.Object(
  { startTime: Time, scheduleSlices: Type.Array(ScheduleSlice) },
  { title: 'Schedule of the market wire form' },
);

const Slice = Type.Object({
  ...durations,
  energyConstraintList: Type.Array(BoundPair, { minItems: 1, maxItems: 1 }),
  tariffConstraint: Tariffs,
  ...sliceKinds,
});

export const MarketOffer = Type.Object(
  {
    id: Type.Integer({ minimum: -1, description: 'Given by the market; -1 for an offer that is new to it' }),
    offeredById: Type.String({ description: 'The participant that owns the flexibility' }),
    assignment: Type.String({ description: 'obligatory, unless the sender said otherwise' }),
    creationTime: Time,
    assignmentBeforeTime: Time,
    startAfterTime: Time,
    startBeforeTime: Time,
    flexOfferProfileConstraints: Type.Array(Slice, { minItems: 1 }),
    ...offerKinds,
  },
  { title: 'FlexOffer of the market wire form' },
);

export type MarketScheduleMessage = Static<typeof MarketSchedule>;

/** A FlexOffer as the GOFLEX flexibility managers send it to their market. */
export type MarketMessage = Static<typeof MarketOffer>;
