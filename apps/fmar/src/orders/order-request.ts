import Type, { type Static } from 'typebox';
import { EXECUTIONS } from './market-order.entity.js';

/** An order over HTTP. The offer inside is read by the FlexOffer library, which understands every dialect. */
export const OrderRequest = Type.Object(
  {
    orderId: Type.Optional(Type.String({ pattern: '^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$' })),
    side: Type.Enum(['buy', 'sell']),
    gridNode: Type.String({ minLength: 1, maxLength: 255 }),
    flexOffer: Type.Record(Type.String(), Type.Unknown()),
    execution: Type.Optional(Type.Enum([...EXECUTIONS])),
    minimumKwh: Type.Optional(Type.Number({ exclusiveMinimum: 0, maximum: 1e6 })),
    exclusiveGroup: Type.Optional(Type.String({ pattern: '^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$' })),
    validUntil: Type.Optional(Type.String({ maxLength: 40 })),
  },
  { additionalProperties: false },
);

export type OrderRequest = Static<typeof OrderRequest>;
