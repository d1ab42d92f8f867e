import Type, { type Static } from 'typebox';

const ENERGY = { minimum: -1_000_000, maximum: 1_000_000 };
const PRICE = { minimum: -1_000_000, maximum: 1_000_000 };
/** One week. */
const MOST_INTERVALS = 672;

const fields = {
  requestId: Type.String({ pattern: '^[A-Za-z0-9][A-Za-z0-9._:-]{0,127}$' }),
  startTime: Type.Optional(Type.String({ description: 'UTC; absent: now, so the next interval' })),
  intervalLength: Type.Integer({ description: 'Seconds; 900 is the market interval' }),
  scheduleChange: Type.Array(Type.Number(ENERGY), {
    minItems: 1,
    maxItems: MOST_INTERVALS,
    description: 'kWh per interval; positive: more production or less consumption',
  }),
  energyPrice: Type.Array(Type.Number(PRICE), {
    minItems: 1,
    maxItems: MOST_INTERVALS,
    description: 'The most that is paid per kWh, for the same intervals',
  }),
  gridNode: Type.Optional(Type.String({ minLength: 1, maxLength: 255 })),
};

/** What a grid operator posts: nothing else may be in it. */
export const PostedRequest = Type.Object(fields, { additionalProperties: false });

/** What a DOMS serves: it may say more, to others. */
export const PolledRequest = Type.Object(fields);

export type FlexibilityRequest = Static<typeof PolledRequest>;
