import Type, { type Static } from 'typebox';

/** Parts of messages that several forms share. Energies are in the unit of the message: kWh unless it says otherwise. */

export const Energy = Type.Number({
  description:
    "Energy in the message's unit (kWh unless unit and multiplier say otherwise), in the reader's sign",
});

export const Price = Type.Number({ description: "Price in the market's currency per kWh" });

export const Time = Type.String({
  format: 'date-time',
  description: 'ISO 8601 date and time in UTC, with Z',
});

/** The Java form of an instant, which has no colon in its offset. */
export const JavaTime = Type.String({
  pattern: '^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}\\+0000$',
  description: 'ISO 8601 date and time in UTC, with milliseconds and +0000',
});

export const Interval = Type.Integer({
  minimum: 0,
  description: 'The quarter-hour that contains the instant: floor(epoch seconds / 900)',
});

export const IntervalSeconds = Type.Literal(900, { description: 'Length of an interval in seconds' });

export const Pair = Type.Object(
  { lower: Energy, upper: Energy },
  { description: 'Inclusive bounds of an energy: lower is at most upper' },
);

export const BoundPair = Type.Object(
  { lowerBound: Energy, upperBound: Energy },
  { description: 'Inclusive bounds of an energy: lowerBound is at most upperBound' },
);

export const Tariffs = Type.Object(
  { minTariff: Price, maxTariff: Price },
  {
    description:
      "maxTariff is asked for a positive change of the energy against the default schedule, -minTariff for a negative one, in the message's sign",
  },
);

export const Prices = Type.Object(
  { minPrice: Price, maxPrice: Price },
  {
    description:
      "maxPrice is asked for a positive change of the energy against the default schedule, -minPrice for a negative one, in the message's sign",
  },
);

/** The durations of a slice in most forms. */
export const durations = {
  minDuration: Type.Integer({ minimum: 1, description: 'Shortest duration in intervals' }),
  maxDuration: Type.Integer({ minimum: 1, description: 'Longest duration in intervals' }),
};

const ProbabilityPiece = Type.Object(
  {
    from: Energy,
    to: Energy,
    coefficients: Type.Array(Type.Number(), {
      maxItems: 8,
      description:
        'c0, c1, c2, ...: the probability is c0 + c1*e + c2*e^2 + ... of the energy e, always in kWh',
    }),
  },
  { description: 'How likely the energies from one to the other can be had' },
);

/** Constraints of a slice beyond its bounds. */
export const sliceKinds = {
  DependencyEnergyConstraintList: Type.Optional(
    Type.Array(Type.Array(Type.Number(), { minItems: 3, maxItems: 3 }), {
      description:
        'Rows [a, b, c]: a*x + b*y is at most c, x the energy of all earlier slices and y the energy of this one',
    }),
  ),
  UncertainFunctions: Type.Optional(
    Type.Array(ProbabilityPiece, {
      description: 'Piecewise polynomial; outside its pieces the probability is 0',
    }),
  ),
  UncertainThreshold: Type.Optional(
    Type.Number({
      exclusiveMinimum: 0,
      maximum: 1,
      description: "The probability at which the slice's own bounds were taken",
    }),
  ),
};

/** Constraints of the whole offer, and the words for another unit than kWh. */
export const offerKinds = {
  totalEnergyConstraint: Type.Optional(Pair),
  subTotalEnergyConstraint: Type.Optional(
    Type.Array(Pair, { description: 'Bounds on the energy from the first slice to the end of each slice' }),
  ),
  unit: Type.Optional(Type.Literal('Wh', { description: 'Unit of all energies, with its multiplier' })),
  multiplier: Type.Optional(
    Type.Union([Type.Literal('k'), Type.Literal('1'), Type.Literal('M')], {
      description: 'What stands before the unit: thousand, one, million; absent: k',
    }),
  ),
};

export const ScheduleSlice = Type.Object(
  { duration: Type.Integer({ minimum: 1, description: 'In intervals' }), energyAmount: Energy },
  { description: 'The energy of some consecutive intervals, spread evenly over them' },
);

/** Who offers; the latter two are additions of this platform. */
export const owner = {
  offeredById: Type.String({ description: 'The participant that owns the flexibility' }),
  deviceId: Type.Optional(Type.String({ description: 'Addition: the device' })),
  flexibilityId: Type.Optional(
    Type.String({ description: "Addition: the device's own name for the flexibility" }),
  ),
};

export const State = Type.Enum(
  ['initial', 'offered', 'accepted', 'rejected', 'assigned', 'executed', 'invalid', 'canceled'],
  { description: 'How far the offer has come' },
);

export const CapitalState = Type.Enum(
  ['Initial', 'Offered', 'Accepted', 'Rejected', 'Assigned', 'Executed', 'Invalid', 'Canceled'],
  { description: 'How far the offer has come' },
);

export type WireScheduleSlice = Static<typeof ScheduleSlice>;
