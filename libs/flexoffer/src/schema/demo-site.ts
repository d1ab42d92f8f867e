import Type, { type Static } from 'typebox';
import {
  CapitalState,
  durations,
  Interval,
  IntervalSeconds,
  JavaTime,
  offerKinds,
  owner,
  Pair,
  ScheduleSlice,
  sliceKinds,
  Tariffs,
} from './message-parts.js';

export const DemoSiteSchedule = Type.Object(
  { startTime: JavaTime, scheduleSlices: Type.Array(ScheduleSlice) },
  { title: 'Schedule of the GOFLEX demonstration sites' },
);

const Slice = Type.Object({
  energyConstraintList: Type.Array(Pair, { minItems: 1, maxItems: 1 }),
  tariffConstraint: Tariffs,
  ...durations,
  ...sliceKinds,
});

export const DemoSiteOffer = Type.Object(
  {
    id: Type.String(),
    state: CapitalState,
    stateReason: Type.Union([Type.String(), Type.Null()]),
    ...owner,
    locationId: Type.Object({}, { description: 'Coordinates by name; empty where none are known' }),
    assignment: Type.String({ description: 'obligatory, unless the sender said otherwise' }),
    numSecondsPerInterval: IntervalSeconds,
    creationTime: JavaTime,
    creationInterval: Interval,
    acceptanceBeforeTime: JavaTime,
    acceptanceBeforeInterval: Interval,
    assignmentBeforeTime: JavaTime,
    assignmentBeforeInterval: Interval,
    startAfterTime: JavaTime,
    startAfterInterval: Interval,
    startBeforeTime: JavaTime,
    startBeforeInterval: Interval,
    endAfterTime: JavaTime,
    endAfterInterval: Interval,
    endBeforeTime: JavaTime,
    endBeforeInterval: Interval,
    flexOfferProfileConstraints: Type.Array(Slice, { minItems: 1 }),
    flexOfferTariffConstraint: Type.Null({ description: 'Prices stand in the slices' }),
    defaultSchedule: DemoSiteSchedule,
    flexOfferSchedule: Type.Union([DemoSiteSchedule, Type.Null()]),
    ...offerKinds,
  },
  { title: 'FlexOffer of the GOFLEX demonstration sites' },
);

export type DemoSiteScheduleMessage = Static<typeof DemoSiteSchedule>;

/** A FlexOffer as the flexibility managers of the GOFLEX demonstration sites write it. */
export type DemoSiteMessage = Static<typeof DemoSiteOffer>;
