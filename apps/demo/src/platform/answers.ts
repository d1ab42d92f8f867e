import { Type, type Static } from 'typebox';

/** What the demo reads of the platform's answers; fields that it does not use are left out. */

export const ClockAnswer = Type.Object({ now: Type.String() });

/** `token` is absent where the party was created before. */
export const CreatedAnswer = Type.Object({ id: Type.String(), token: Type.Optional(Type.String()) });

export const TokenAnswer = Type.Object({ token: Type.String() });

const ScheduleSlice = Type.Object({ duration: Type.Integer({ minimum: 1 }), energyAmount: Type.Number() });

const DemandScheduleAnswer = Type.Object({
  scheduleId: Type.String(),
  flexibilityId: Type.String(),
  flexOfferId: Type.String(),
  startTime: Type.String(),
  scheduleSlices: Type.Array(ScheduleSlice),
});
export type DemandSchedule = Static<typeof DemandScheduleAnswer>;

export const CommunicationAnswer = Type.Object({
  acknowledgement: Type.Object({
    messageId: Type.Optional(Type.Union([Type.String(), Type.Null()])),
    result: Type.String(),
    errors: Type.Optional(Type.Array(Type.Unknown())),
  }),
  demandSchedules: Type.Optional(Type.Array(DemandScheduleAnswer)),
  flexibilityRejects: Type.Optional(
    Type.Array(Type.Object({ flexibilityId: Type.String(), flexOfferId: Type.String() })),
  ),
});
export type CommunicationAnswer = Static<typeof CommunicationAnswer>;

export const FlexOfferAnswer = Type.Object({
  id: Type.String(),
  state: Type.String(),
  stateReason: Type.Optional(Type.Union([Type.String(), Type.Null()])),
  offeredById: Type.String(),
  flexOfferSchedule: Type.Optional(
    Type.Union([
      Type.Null(),
      Type.Object({
        startTime: Type.String(),
        scheduleSlices: Type.Array(ScheduleSlice),
      }),
    ]),
  ),
});
export type FlexOfferAnswer = Static<typeof FlexOfferAnswer>;

export const TradeAnswer = Type.Object({
  tradeId: Type.String(),
  gateId: Type.String(),
  buyOrderId: Type.String(),
  sellOrderId: Type.String(),
  buyerId: Type.String(),
  sellerId: Type.String(),
  gridNode: Type.String(),
  intervalStart: Type.String(),
  changeKwh: Type.Number(),
  pricePerKwh: Type.Union([Type.String(), Type.Number()]),
  currency: Type.String(),
});
export type TradeAnswer = Static<typeof TradeAnswer>;

export const RunCreatedAnswer = Type.Object({ runId: Type.String() });

export const RunAnswer = Type.Object({ runId: Type.String(), state: Type.String() });

const OptionalWh = Type.Optional(Type.Union([Type.Integer(), Type.Null()]));
const OptionalMoney = Type.Optional(Type.Union([Type.String(), Type.Null()]));

export const ListedReportAnswer = Type.Object({ reportId: Type.String() });

export const ReportAnswer = Type.Object({
  participantId: Type.String(),
  currency: Type.String(),
  lines: Type.Array(
    Type.Object({
      tradeId: Type.String(),
      flexOfferId: Type.Optional(Type.String()),
      intervalStart: Type.String(),
      baselineWh: OptionalWh,
      scheduledWh: OptionalWh,
      actualWh: OptionalWh,
      orderedWh: Type.Integer(),
      deliveredWh: OptionalWh,
      deficiencyWh: OptionalWh,
      price: Type.String(),
      amount: OptionalMoney,
      penalty: OptionalMoney,
    }),
  ),
  totals: Type.Object({ amount: Type.String(), penalty: Type.String(), net: Type.String() }),
});
export type ReportAnswer = Static<typeof ReportAnswer>;

export const BalanceAnswer = Type.Object({ party: Type.String(), amount: Type.String() });
export type BalanceAnswer = Static<typeof BalanceAnswer>;

/** A list of which only the length matters. */
export const AnyItem = Type.Unknown();

/** Counts of a batch of readings; `refused` lists each refused row or only counts them. */
export const ReadingsAnswer = Type.Object({
  refused: Type.Union([Type.Integer(), Type.Array(Type.Unknown())]),
});
