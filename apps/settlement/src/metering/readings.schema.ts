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

export const IntakeAnswer = Type.Object({
  stored: Type.Integer(),
  unchanged: Type.Integer(),
  corrected: Type.Integer(),
  refusedCount: Type.Integer(),
  refused: Type.Array(Type.Object({ line: Type.Integer(), reason: Type.String() }), { maxItems: 100 }),
});
