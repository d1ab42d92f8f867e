import { Type, type Static } from 'typebox';

export const PrognosisBody = Type.Object(
  {
    meterId: Type.String({ pattern: '^[A-Za-z0-9._:-]{1,64}$' }),
    day: Type.String({ format: 'date', description: 'A local day' }),
    energyWh: Type.Array(Type.Integer({ minimum: -1e12, maximum: 1e12 }), {
      minItems: 92,
      maxItems: 100,
      description: "One place for each of the day's quarter-hours, consumption-positive",
    }),
  },
  { additionalProperties: false },
);
export type PrognosisBody = Static<typeof PrognosisBody>;

export const PrognosisAnswer = Type.Object({
  ...PrognosisBody.properties,
  version: Type.Integer({ minimum: 1 }),
  submittedAt: Type.String({ format: 'date-time' }),
});
export type PrognosisAnswer = Static<typeof PrognosisAnswer>;
