import { Type, type Static } from 'typebox';

const Temperature = Type.Object(
  {
    gridNode: Type.String({
      pattern: '^[A-Za-z0-9._-]{1,200}$',
      description: 'Counts for all nodes below it that have no temperatures of their own',
    }),
    intervalStart: Type.String({ format: 'date-time', description: 'The start of a quarter of an hour' }),
    intervalSeconds: Type.Enum([900, 3600], { description: 'How long the temperature holds' }),
    celsius: Type.Number({ minimum: -90, maximum: 60 }),
  },
  { additionalProperties: false },
);

export const TemperatureRows = Type.Array(Temperature, { minItems: 1, maxItems: 10_000 });
export type TemperatureRows = Static<typeof TemperatureRows>;

export const TemperatureCounts = Type.Object({
  stored: Type.Integer({ description: 'Quarter-hours whose temperature is new or another one' }),
  unchanged: Type.Integer(),
});
export type TemperatureCounts = Static<typeof TemperatureCounts>;
