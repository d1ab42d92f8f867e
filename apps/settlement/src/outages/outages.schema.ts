import { Type, type Static } from 'typebox';

export const OutageBody = Type.Object(
  {
    meterId: Type.String({ pattern: '^[A-Za-z0-9._:-]{1,64}$' }),
    from: Type.String({ format: 'date-time' }),
    to: Type.String({ format: 'date-time', description: 'Exclusive' }),
    withdrawn: Type.Optional(Type.Boolean({ description: 'True: there was none after all' })),
  },
  { additionalProperties: false },
);
export type OutageBody = Static<typeof OutageBody>;

export const OutageAnswer = Type.Object({
  ...OutageBody.properties,
  id: Type.String(),
  version: Type.Integer({ minimum: 1 }),
});
export type OutageAnswer = Static<typeof OutageAnswer>;
