import { Type, type Static } from 'typebox';
import { BASELINE_METHODS } from '#settlement';

const Day = Type.String({ format: 'date', description: 'A local day' });

export const CheckBody = Type.Object(
  {
    participantId: Type.String({ minLength: 1, maxLength: 64 }),
    meterId: Type.Optional(Type.String({ description: 'Needed where the participant has several' })),
    method: Type.Enum(
      BASELINE_METHODS.map(({ name }) => name),
      { description: 'With its adjustment in its name' },
    ),
    from: Day,
    to: Type.String({ format: 'date', description: 'Included; at most 92 days after from' }),
  },
  { additionalProperties: false },
);
export type CheckBody = Static<typeof CheckBody>;

const Share = Type.Union([Type.Number(), Type.Null()]);

export const CheckAnswer = Type.Object({
  meterId: Type.String(),
  method: Type.String(),
  checkedAt: Type.String({ format: 'date-time' }),
  from: Day,
  to: Day,
  days: Type.Integer({ description: 'On which the method could be held against the meter' }),
  refusedDays: Type.Integer({ description: 'On which the method had no baseline' }),
  relativeRmse: Type.Union([Type.Number(), Type.Null()], {
    description: 'A share; null: nothing was consumed',
  }),
  bias: Share,
  withinLimits: Type.Boolean(),
  faults: Type.Array(Type.Object({ path: Type.String(), message: Type.String() })),
});
export type CheckAnswer = Static<typeof CheckAnswer>;
