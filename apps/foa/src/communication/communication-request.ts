import Type, { type Static } from 'typebox';

const Identifier = Type.String({ minLength: 1, maxLength: 128 });
const DateTime = Type.String({ format: 'iso-date-time' });

const Reading = Type.Object(
  {
    at: DateTime,
    powerKw: Type.Optional(Type.Number()),
    energyImportKwh: Type.Optional(Type.Number()),
    energyExportKwh: Type.Optional(Type.Number()),
    stateOfChargeKwh: Type.Optional(Type.Number()),
    temperatureC: Type.Optional(Type.Number()),
  },
  { additionalProperties: false },
);

const OperationData = Type.Object(
  {
    mode: Type.Optional(Type.String({ maxLength: 32 })),
    readings: Type.Array(Reading, { maxItems: 1000 }),
  },
  { additionalProperties: false },
);

/** The offer inside is read by the FlexOffer library, which understands every dialect in the field. */
const Flexibility = Type.Object(
  { flexibilityId: Identifier, flexOffer: Type.Object({}) },
  { additionalProperties: false },
);

const Cancelation = Type.Object(
  { flexibilityId: Identifier, reason: Type.String({ maxLength: 500 }) },
  { additionalProperties: false },
);

/** Everything that a device may say in one poll (document: GOFLEX D2.3, 8.1). */
export const CommunicationRequest = Type.Object(
  {
    messageId: Identifier,
    sentAt: DateTime,
    operationData: Type.Optional(OperationData),
    flexibilityData: Type.Optional(Type.Array(Flexibility, { maxItems: 100 })),
    demandCancelation: Type.Optional(Type.Array(Cancelation, { maxItems: 100 })),
    receivedSchedules: Type.Optional(Type.Array(Identifier, { maxItems: 1000 })),
    receivedRejects: Type.Optional(Type.Array(Identifier, { maxItems: 1000 })),
  },
  { additionalProperties: false },
);

export type CommunicationRequest = Static<typeof CommunicationRequest>;
