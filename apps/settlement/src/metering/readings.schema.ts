import { Type, type Static } from 'typebox';
import { INTERVAL_SECONDS } from '#flexoffer';
import { QUALITIES, SOURCES } from '#meter-data';

const Wh = Type.Integer({ minimum: 0, maximum: 1e12 });

const FIELDS = {
  meterId: Type.String({ pattern: '^[A-Za-z0-9._:-]{1,64}$' }),
  intervalStart: Type.String({ format: 'date-time', description: 'The start of a quarter of an hour' }),
  intervalSeconds: Type.Literal(INTERVAL_SECONDS),
  importWh: Wh,
  exportWh: Wh,
  source: Type.Enum([...SOURCES]),
  quality: Type.Enum([...QUALITIES]),
};

/** Rows are checked by `readReading`, which is the same rules; this tells the senders. */
export const ReadingRow = Type.Object(
  {
    ...FIELDS,
    createdAt: Type.Optional(
      Type.String({ format: 'date-time', description: 'When the sender made it; default: when it arrives' }),
    ),
  },
  { additionalProperties: false },
);

export const ReadingAnswer = Type.Object({
  ...FIELDS,
  source: Type.String(),
  quality: Type.String(),
  version: Type.Integer({ minimum: 1 }),
  knownAt: Type.String({ format: 'date-time' }),
});
export type ReadingAnswer = Static<typeof ReadingAnswer>;

const OUTCOMES = { stored: Type.Integer(), unchanged: Type.Integer(), corrected: Type.Integer() };

export const IntakeAnswer = Type.Object({
  ...OUTCOMES,
  ignored: Type.Integer({ description: 'Rows of registers of something else than active energy' }),
  refusedCount: Type.Integer(),
  refused: Type.Array(Type.Object({ line: Type.Integer(), reason: Type.String() }), { maxItems: 100 }),
  derived: Type.Object(OUTCOMES, { description: 'Quarter-hours that followed from registers' }),
});

const Kwh = Type.Number({ minimum: 0, description: 'At most three places' });

/** Rows are checked by `readIndex`, which is the same rules; this tells the senders. */
export const IndexRow = Type.Object(
  {
    meterId: FIELDS.meterId,
    at: Type.String({ format: 'date-time' }),
    register: Type.String({ description: 'OBIS code: 1.8.0 import, 2.8.0 export; 1.8.1, 1.8.2 by tariff' }),
    valueKwh: Kwh,
    maximumKwh: Type.Optional(Type.Number({ description: 'Where the register begins again with 0' })),
    transformerFactor: Type.Optional(Type.Integer({ minimum: 1, default: 1 })),
    meterNumber: Type.Optional(Type.String({ description: 'Another number, another meter: an exchange' })),
    source: Type.Optional(Type.Enum([...SOURCES], { default: 'meter' })),
    createdAt: Type.Optional(Type.String({ format: 'date-time' })),
  },
  { additionalProperties: false },
);
