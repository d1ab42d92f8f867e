import Type, { type Static } from 'typebox';
import {
  CapitalState,
  Energy,
  IntervalSeconds,
  offerKinds,
  owner,
  Pair,
  Price,
  sliceKinds,
  Time,
} from './message-parts.js';

export const SlicesSchedule = Type.Object(
  {
    startTime: Time,
    energyAmounts: Type.Array(Energy, {
      description: 'The energy of each slice; or of each interval, where slices are not spread evenly',
    }),
  },
  { title: 'Schedule of the older form' },
);

const Slice = Type.Object({
  durationSeconds: Type.Integer({ multipleOf: 900, exclusiveMinimum: 0 }),
  costPerEnergyUnitLimit: Type.Optional(
    Type.Number({ description: 'Price per kWh of a change in either direction' }),
  ),
  energyConstraint: Pair,
  tariffConstraint: Type.Optional(
    Type.Object(
      { lower: Price, upper: Price },
      {
        description:
          'Where the directions have different prices: as minTariff and maxTariff of the specification',
      },
    ),
  ),
  ...sliceKinds,
});

export const SlicesOffer = Type.Object(
  {
    id: Type.String(),
    state: CapitalState,
    stateReason: Type.Optional(Type.String()),
    ...owner,
    creationTime: Time,
    acceptanceBeforeTime: Time,
    assignmentBeforeTime: Time,
    assignmentBeforeDurationSeconds: Type.Optional(
      Type.Integer({
        minimum: 0,
        description: 'Where the deadline lies whole seconds before the earliest start',
      }),
    ),
    startAfterTime: Time,
    startBeforeTime: Time,
    endAfterTime: Time,
    endBeforeTime: Time,
    durationSeconds: Type.Integer({ minimum: 900, description: 'Of the whole profile' }),
    numSecondsPerInterval: IntervalSeconds,
    slices: Type.Array(Slice, { minItems: 1 }),
    defaultSchedule: SlicesSchedule,
    flexOfferSchedule: Type.Optional(SlicesSchedule),
    ...offerKinds,
  },
  { title: 'FlexOffer of the older form with slices and energy amounts' },
);

export type SlicesScheduleMessage = Static<typeof SlicesSchedule>;

/** A FlexOffer in the words of an earlier text of the specification. */
export type SlicesMessage = Static<typeof SlicesOffer>;
