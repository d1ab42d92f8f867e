import type { TradeClient } from './trade-client.js';

/** Anna's and Bert's houses are where the DSO needs help, Carl's is not. */
export const HOUSES = ['anna', 'bert', 'carl'] as const;
export type House = (typeof HOUSES)[number];
export const SELLERS: readonly House[] = ['anna', 'bert'];
/** Anna's system counts production positive, the others' consumption. */
export const SIGN: Readonly<Record<House, 1 | -1>> = { anna: -1, bert: 1, carl: 1 };
/** When the trade is delivered: 10:00 in Luxembourg. */
export const NINE = '2024-01-31T09:00:00Z';

/** What a heat pump offers at 08:00: 0 to 1 kWh a quarter from 09:00 to 10:00, 0.5 kWh if nobody asks. */
export const flexOfferOf = (house: House): object => ({
  creationTime: '2024-01-31T08:00:00Z',
  acceptanceBeforeTime: '2024-01-31T08:10:00Z',
  assignmentBeforeTime: '2024-01-31T08:45:00Z',
  startAfterTime: NINE,
  startBeforeTime: NINE,
  flexOfferProfileConstraints: Array.from({ length: 4 }, () => ({
    minDuration: 1,
    maxDuration: 1,
    energyConstraintList: [{ lower: Math.min(0, SIGN[house]), upper: Math.max(0, SIGN[house]) }],
    tariffConstraint: { minTariff: -0.08, maxTariff: 0.08 },
  })),
  defaultSchedule: {
    startTime: NINE,
    scheduleSlices: Array.from({ length: 4 }, () => ({ duration: 1, energyAmount: 0.5 * SIGN[house] })),
  },
});

/** Twenty days of 0.5 kWh a quarter, before the day of the trade. */
export function historyCsv(meterId: string): string {
  const first = Date.parse('2024-01-10T23:00:00Z');
  const rows = Array.from({ length: 20 * 96 }, (_, index) =>
    [meterId, new Date(first + index * 900_000).toISOString(), 900, 500, 0, 'dso', 'measured'].join(','),
  );
  return ['meterId,intervalStart,intervalSeconds,importWh,exportWh,source,quality', ...rows].join('\n');
}

/** The grid of two zones, the DSO and its partners, and three houses with a heat pump each. */
export async function registerEverybody(client: TradeClient): Promise<void> {
  for (const [id, kind] of [
    ['lu', 'zone'],
    ['lu.north', 'zone'],
    ['lu.north.f1', 'feeder'],
    ['lu.south', 'zone'],
    ['lu.south.f1', 'feeder'],
  ] as const)
    await client.put(`/admin/v1/grid-nodes/${id}`, { kind });
  for (const [id, role] of [
    ['dso', 'dso'],
    ['aggregator', 'aggregator'],
    ['operator', 'brp'],
    ['auditor', 'auditor'],
  ] as const)
    await client.register('participants', { id, name: id, role });
  for (const house of HOUSES) await registerHouse(client, house);
}

async function registerHouse(client: TradeClient, house: House): Promise<void> {
  const zone = house === 'carl' ? 'lu.south' : 'lu.north';
  await client.register('participants', {
    id: house,
    name: house,
    role: 'prosumer',
    gridNode: `${zone}.f1.${house}`,
    contractId: `c-${house}`,
    signConvention: SIGN[house] === 1 ? 'consumption-positive' : 'production-positive',
  });
  await client.register('devices', {
    id: `hp-${house}`,
    participantId: house,
    kind: 'hems',
    meterId: `m-${house}`,
  });
  await client.put(`/settlement/v1/contracts/c-${house}`, {
    participantId: house,
    kind: 'direct',
    currency: 'EUR',
    validFrom: '2024-01-01T00:00:00Z',
    baseline: { method: house === 'anna' ? 'mid-8-of-10' : 'default-schedule' },
    penaltyPerKwh: '0.020000',
    shares: { prosumer: '0.80', aggregator: '0.15', operator: '0.05' },
  });
}
