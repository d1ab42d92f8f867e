import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestPlatform, type TestPlatform } from '#testing';
import { ALL_SERVICES } from '../apps/atp/src/services.js';
import { SETTINGS } from './support/platform-under-test.js';
import { TradeClient } from './support/trade-client.js';

const NINE = '2024-01-31T09:00:00Z';
const QUARTERS = 4;
/** 0.3 kWh in a quarter-hour. */
const EXPORT_LIMIT_KW = 1.2;

interface Seller {
  readonly id: string;
  readonly gridNode: string;
  readonly price: number;
}

const SELLERS: readonly Seller[] = [
  { id: 'cheap', gridNode: 'v.south.f9.c', price: 0.01 },
  { id: 'narrow-1', gridNode: 'v.north.f1.a', price: 0.03 },
  { id: 'narrow-2', gridNode: 'v.north.f1.b', price: 0.04 },
  { id: 'wide', gridNode: 'v.north.f2.a', price: 0.09 },
];

interface Trade {
  readonly gridNode: string;
  readonly intervalStart: string;
  readonly changeKwh: number;
  readonly pricePerKwh: string;
}

/**
 * The DSO needs 0.8 kWh less in the north in each quarter-hour from 09:00 on. Everybody uses 0.5 and could use none.
 *
 * ```
 *                       v
 *          north ───────┴─────── south
 *          │   asked: 0.8 less   │
 *   f1 (≤ 0.3 kWh)   f2          f9
 *   │      │         │           │
 *   a 0.03 b 0.04    a 0.09      c 0.01     price of a kWh
 *   takes 0.3        takes 0.5   nothing: the cheapest is on the wrong side
 * ```
 */
describe('a market with a congested feeder', () => {
  let platform: TestPlatform;
  let client: TradeClient;
  let trades: readonly Trade[];

  beforeAll(async () => {
    platform = await startTestPlatform(ALL_SERVICES, { ...SETTINGS, ATP_ZONE_DEPTH: '3' });
    client = new TradeClient(platform);
    for (const id of ['v', 'v.north', 'v.south'])
      await client.put(`/admin/v1/grid-nodes/${id}`, { kind: 'zone' });
    for (const id of ['v.north.f2', 'v.south.f9'])
      await client.put(`/admin/v1/grid-nodes/${id}`, { kind: 'feeder' });
    await client.put('/admin/v1/grid-nodes/v.north.f1', {
      kind: 'feeder',
      exportCapacityKw: EXPORT_LIMIT_KW,
    });
    for (const { gridNode } of SELLERS)
      await client.put(`/admin/v1/grid-nodes/${gridNode}`, { kind: 'connection' });
    for (const [id, role] of [
      ['dso', 'dso'],
      ['aggregator', 'aggregator'],
      ['operator', 'brp'],
    ] as const)
      await client.register('participants', { id, name: id, role });
    for (const seller of SELLERS) await offer(client, seller);
    await client.post(
      '/doms/v1/flexibility-requests',
      {
        requestId: 'r1',
        startTime: NINE,
        intervalLength: 900,
        scheduleChange: Array.from({ length: QUARTERS }, () => 0.8),
        energyPrice: Array.from({ length: QUARTERS }, () => 0.2),
        gridNode: 'v.north',
      },
      'dso',
    );
    await client.moveTo('2024-01-31T08:05:00Z');
    trades = await client.get<Trade[]>('/market/v1/trades');
  }, 60_000);
  afterAll(() => platform.close());

  const soldWhAt = (node: string, intervalStart: string): number =>
    trades
      .filter((trade) => trade.intervalStart === intervalStart && `${trade.gridNode}.`.startsWith(`${node}.`))
      .reduce((sum, { changeKwh }) => sum + Math.round(changeKwh * 1000), 0);
  const quarters = (): string[] => [...new Set(trades.map(({ intervalStart }) => intervalStart))];

  it('MK-01 buys nothing of the cheapest seller, who cannot help in this place', () => {
    expect(quarters()).toHaveLength(QUARTERS);
    expect(trades.filter(({ gridNode }) => gridNode.startsWith('v.south'))).toEqual([]);
  });

  it('MK-03 fills the narrow feeder to its limit and never beyond, and takes the rest where there is room', () => {
    expect(quarters()).toHaveLength(QUARTERS);
    for (const quarter of quarters())
      expect([soldWhAt('v.north.f1', quarter), soldWhAt('v.north.f2', quarter)]).toEqual([300, 500]);
  });

  it('MK-03 keeps the limit with what the devices are told to do, not only with what is sold', async () => {
    const scheduled = await Promise.all(
      ['narrow-1', 'narrow-2'].map(async (owner) => {
        const { scheduleSlices } = await scheduleOf(client, owner);
        return scheduleSlices?.map(({ energyAmount }) => energyAmount) ?? [0.5, 0.5, 0.5, 0.5];
      }),
    );
    for (let quarter = 0; quarter < QUARTERS; quarter += 1) {
      const savedWh = scheduled.reduce((sum, own) => sum + 500 - Math.round((own[quarter] ?? 0) * 1000), 0);
      expect(savedWh).toBe(300);
    }
  });

  it('MK-01 pays each seller what it asks', () => {
    const prices = Object.fromEntries(trades.map(({ gridNode, pricePerKwh }) => [gridNode, pricePerKwh]));
    expect(prices).toEqual({ 'v.north.f1.a': '0.030000', 'v.north.f2.a': '0.090000' });
  });

  it('MK-02 leaves the others to their default schedules, and rejects them at their deadline', async () => {
    await client.moveTo('2024-01-31T08:50:00Z');
    const offers = await client.get<{ offeredById: string; state: string }[]>('/fman/v1/flexoffers');
    const states = Object.fromEntries(offers.map(({ offeredById, state }) => [offeredById, state]));
    expect(states).toEqual({
      cheap: 'rejected',
      'narrow-1': 'assigned',
      'narrow-2': 'rejected',
      wide: 'assigned',
    });
  });

  it('MK-04 reports to the DSO that it got everything', async () => {
    expect(await client.get('/doms/v1/flexibility-requests/r1', 'dso')).toMatchObject({
      result: 'accepted',
      accepted: [0.8, 0.8, 0.8, 0.8],
    });
  });
});

interface Scheduled {
  readonly scheduleSlices?: readonly { readonly energyAmount: number }[];
}

async function scheduleOf(client: TradeClient, owner: string): Promise<Scheduled> {
  const { demandSchedules } = await client.get<{ demandSchedules: readonly Scheduled[] }>(
    '/xems/v1/communication',
    `device-${owner}`,
  );
  return demandSchedules[0] ?? {};
}

async function offer(client: TradeClient, { id, gridNode, price }: Seller): Promise<void> {
  await client.register('participants', {
    id,
    name: id,
    role: 'prosumer',
    gridNode,
    signConvention: 'consumption-positive',
  });
  await client.register('devices', { id: `device-${id}`, participantId: id, kind: 'hems', gridNode });
  const flexOffer = {
    creationTime: '2024-01-31T08:00:00Z',
    acceptanceBeforeTime: '2024-01-31T08:10:00Z',
    assignmentBeforeTime: '2024-01-31T08:45:00Z',
    startAfterTime: NINE,
    startBeforeTime: NINE,
    flexOfferProfileConstraints: Array.from({ length: QUARTERS }, () => ({
      minDuration: 1,
      maxDuration: 1,
      energyConstraintList: [{ lower: 0, upper: 1 }],
      tariffConstraint: { minTariff: -price, maxTariff: price },
    })),
    defaultSchedule: {
      startTime: NINE,
      scheduleSlices: Array.from({ length: QUARTERS }, () => ({ duration: 1, energyAmount: 0.5 })),
    },
  };
  const poll = {
    messageId: 'm1',
    sentAt: '2024-01-31T08:00:00Z',
    flexibilityData: [{ flexibilityId: 'f', flexOffer }],
  };
  await client.post('/xems/v1/communication', poll, `device-${id}`);
}
