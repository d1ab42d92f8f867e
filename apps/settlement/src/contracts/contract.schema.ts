import { Type, type Static } from 'typebox';
import { ADJUSTMENTS, BASELINE_METHODS } from '#settlement';

const Decimal = Type.String({ description: 'A decimal string with at most 6 places' });
const Instant = Type.String({ description: 'ISO 8601; a plain date begins in the time zone of the market' });

const Rewards = Type.Object(
  {
    fixedPerMonth: Type.Optional(Decimal),
    energyFlexPerKwh: Type.Optional(Decimal),
    timeFlexPerInterval: Type.Optional(Decimal),
    activationFixed: Type.Optional(Decimal),
    activationPerKwh: Type.Optional(Decimal),
    activationPerStartInterval: Type.Optional(Decimal),
  },
  { additionalProperties: false },
);

/** What both sides of a contract have signed; prices per kWh in the market's currency. */
export const ContractBody = Type.Object(
  {
    participantId: Type.String({ minLength: 1, maxLength: 64 }),
    kind: Type.Enum(['direct', 'delegated']),
    currency: Type.String(),
    validFrom: Instant,
    validTo: Type.Optional(Instant),
    baseline: Type.Object(
      {
        method: Type.String({ description: BASELINE_METHODS.map(({ name }) => name).join(', ') }),
        adjustment: Type.Optional(
          Type.Enum([...ADJUSTMENTS], {
            description: 'same-day: by what was measured before the event; default: as the method is named',
          }),
        ),
        fallback: Type.Optional(
          Type.String({
            description: 'The method for days on which the first has no baseline; default: none',
          }),
        ),
        outsideLimits: Type.Optional(
          Type.Enum(['warn', 'refuse'], {
            description:
              "What to do with a method whose latest check on the meter broke limits; default: 'warn'",
          }),
        ),
      },
      { additionalProperties: false },
    ),
    penaltyPerKwh: Decimal,
    toleranceWh: Type.Optional(Type.Integer({ minimum: 0, maximum: 1e12 })),
    penaltyCap: Type.Optional(
      Type.String({
        description:
          'The most penalty of a line, as a multiple of what its whole order would have earned: 1 is never more than that. ' +
          'Default: no limit',
      }),
    ),
    rewards: Type.Optional(Rewards),
    tax: Type.Optional(
      Type.Object(
        { rate: Type.String({ description: 'Of what the participant earns: 0.081 is 8.1 %' }) },
        { additionalProperties: false, description: 'Value added tax, paid on top' },
      ),
    ),
    shares: Type.Optional(
      Type.Object(
        { prosumer: Decimal, aggregator: Decimal, operator: Decimal },
        { additionalProperties: false },
      ),
    ),
  },
  { additionalProperties: false },
);
export type ContractBody = Static<typeof ContractBody>;
