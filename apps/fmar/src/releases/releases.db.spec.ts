import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { intervalOf, type FlexOffer } from '#flexoffer';
import type { Topic, Topics } from '#messages';
import { startTestPlatform, type TestPlatform } from '#testing';
import { administrationService } from '../../../administration/src/service.js';
import { fmarService } from '../service.js';

const at = (time: string): number => Date.parse(`2024-03-12T${time}Z`);
const ELEVEN = intervalOf(at('11:00:00'));
let platform: TestPlatform;

beforeAll(async () => {
  platform = await startTestPlatform([administrationService, fmarService], {
    ATP_SIMULATED_TIME: '2024-03-12T10:00:00Z',
    ATP_GATE_INTERVAL_SECONDS: '300',
  });
  await send('PUT', '/admin/v1/grid-nodes/lu', { kind: 'zone' });
  await send('PUT', '/admin/v1/grid-nodes/lu.n', { kind: 'zone' });
});
afterAll(() => platform.close());

async function send(
  method: string,
  path: string,
  sent?: unknown,
): Promise<{ status: number; body: unknown }> {
  const body = sent === undefined ? {} : { body: JSON.stringify(sent) };
  const headers = sent === undefined ? {} : { 'content-type': 'application/json' };
  const answer = await platform.request(path, { method, headers, ...body });
  return { status: answer.status, body: answer.json() };
}

const order = (orderId: string, kwh: number): object => ({
  orderId,
  side: 'buy',
  gridNode: 'lu',
  flexOffer: {
    startAfterInterval: ELEVEN,
    startBeforeInterval: ELEVEN,
    flexOfferProfileConstraints: [
      {
        energyConstraintList: [{ lower: 0, upper: kwh }],
        tariffConstraint: { minTariff: 0, maxTariff: 0.3 },
      },
    ],
  },
});
const buy = (orderId: string, kwh: number) => send('POST', '/market/v1/orders', order(orderId, kwh));

/** Sends a message as its sender would, and waits until it is handled. */
async function publish<T extends Topic>(topic: T, payload: Topics[T]): Promise<void> {
  const { database, outbox, clock } = platform.platform;
  await database.transaction((transaction) => outbox.publish(transaction, topic, payload));
  await platform.moveTo(clock.now());
}

/** Uses so much at 11:00 and needs none of it. */
async function sell(orderId: string, wattHours: number, price: number): Promise<void> {
  const offer: FlexOffer = {
    id: `offer-${orderId}`,
    state: 'accepted',
    offeredById: 'aggregator',
    gridNode: 'lu.n',
    creation: at('09:00:00'),
    acceptanceBefore: at('09:30:00'),
    assignmentBefore: at('10:30:00'),
    startAfter: ELEVEN,
    startBefore: ELEVEN,
    slices: [{ minDuration: 1, maxDuration: 1, lowerWh: 0, upperWh: wattHours }],
    defaultSchedule: { start: ELEVEN, energiesWh: [wattHours] },
    price: { up: price, down: price },
  };
  const validUntil = at('10:30:00');
  await publish('sell-orders.submitted', {
    orders: [{ orderId, sellerId: 'aggregator', gridNode: 'lu.n', validUntil, offer }],
  });
}
async function sent<T extends Topic>(topic: T): Promise<Topics[T][]> {
  const rows = await platform.platform.database.query<{ payload: Topics[T] }>(
    'SELECT payload FROM messaging.message WHERE topic = $1 ORDER BY seq',
    [topic],
  );
  return rows.map(({ payload }) => payload);
}
const committed = async (): Promise<number> => {
  const [row] = await platform.platform.database.query<{ change_wh: string }>(
    `SELECT change_wh FROM fmar.committed_change WHERE grid_node = 'lu.n' AND "interval" = $1`,
    [ELEVEN],
  );
  return Number(row?.change_wh);
};

describe('releases', () => {
  it('MK-05 gives up the dearest of what was bought when its buyer asks for less', async () => {
    await buy('buyer', 6);
    await sell('cheap', 2000, 50_000);
    await sell('dear', 3000, 80_000);
    await platform.moveTo(at('10:05:00'));
    expect(await send('PUT', '/market/v1/orders/buyer', order('buyer', 4))).toMatchObject({
      status: 200,
      body: { version: 2, state: 'partly', intervals: [{ changeKwh: 4, acceptedKwh: 4 }] },
    });
    expect((await send('GET', '/market/v1/releases')).body).toMatchObject([
      { buyOrderId: 'buyer', sellOrderId: 'dear', releasedKwh: 1, cause: 'amended' },
    ]);
    const [released] = (await sent('trades.released')).at(-1)?.releases ?? [];
    expect(released).toMatchObject({ orderId: 'dear', interval: ELEVEN, releasedWh: 1000 });
    expect((await sent('trades.reduced')).at(-1)).toEqual({
      releases: [{ tradeId: released?.tradeId, releasedWh: 1000 }],
    });
  });

  it('MK-05 gives up everything when its buyer withdraws, and leaves the trades as they were made', async () => {
    expect(await send('DELETE', '/market/v1/orders/buyer')).toMatchObject({
      status: 200,
      body: { state: 'withdrawn', intervals: [{ acceptedKwh: 0 }] },
    });
    const releases = (await sent('trades.released')).at(-1)?.releases ?? [];
    expect(releases.map(({ orderId, releasedWh }) => [orderId, releasedWh])).toEqual([
      ['dear', 2000],
      ['cheap', 2000],
    ]);
    const trades = (await send('GET', '/market/v1/trades')).body;
    expect(trades).toMatchObject([{ buyOrderId: 'buyer' }, { buyOrderId: 'buyer' }]);
    expect(await send('DELETE', '/market/v1/orders/buyer')).toMatchObject({ body: { state: 'withdrawn' } });
    expect(await sent('trades.released')).toHaveLength(2);
  });

  it('MK-05 is committed to what sellers then do, not to what they sold', async () => {
    expect(await committed()).toBe(5000);
    const moved = (orderId: string, changeWh: number) => ({
      orderId,
      changes: [{ interval: ELEVEN, changeWh }],
    });
    await publish('schedules.replanned', { orders: [moved('dear', -3000), moved('not-here', -1)] });
    expect(await committed()).toBe(2000);
  });

  it('MK-05 MK-03 gives up just so much that a node whose limit is lowered can carry the rest', async () => {
    await publish('schedules.replanned', {
      orders: [{ orderId: 'cheap', changes: [{ interval: ELEVEN, changeWh: -2000 }] }],
    });
    await buy('limited', 3);
    await sell('limited-seller', 3000, 50_000);
    await platform.moveTo(at('10:10:00'));
    expect(await committed()).toBe(3000);
    await send('PUT', '/admin/v1/grid-nodes/lu.n', { kind: 'zone', exportCapacityKw: 4 });
    await platform.moveTo(at('10:15:00'));
    expect((await sent('trades.released')).at(-1)?.releases).toMatchObject([
      { orderId: 'limited-seller', releasedWh: 2000, reason: expect.stringContaining('lu.n') },
    ]);
    const releases = (await send('GET', '/market/v1/releases')).body;
    expect(releases).toContainEqual(expect.objectContaining({ cause: 'capacity', releasedKwh: 2 }));
    expect((await send('GET', '/market/v1/orders/limited')).body).toMatchObject({
      state: 'partly',
      reason: expect.stringContaining('lu.n'),
      intervals: [{ changeKwh: 3, acceptedKwh: 1 }],
    });
    await publish('schedules.replanned', {
      orders: [{ orderId: 'limited-seller', changes: [{ interval: ELEVEN, changeWh: -2000 }] }],
    });
    expect(await committed()).toBe(1000);
    await platform.moveTo(at('10:20:00'));
    expect(await sent('trades.released')).toHaveLength(3);
    await send('PUT', '/admin/v1/grid-nodes/lu.n', { kind: 'zone' });
  });

  it('MK-05 lets an order that is filled ask for less, but not for more', async () => {
    await buy('filled', 2);
    await sell('filling', 2000, 50_000);
    await platform.moveTo(at('10:25:00'));
    expect((await send('GET', '/market/v1/orders/filled')).body).toMatchObject({ state: 'filled' });
    expect((await send('PUT', '/market/v1/orders/filled', order('filled', 3))).status).toBe(409);
    expect(await send('PUT', '/market/v1/orders/filled', order('filled', 0.5))).toMatchObject({
      status: 200,
      body: { state: 'filled', version: 2, intervals: [{ changeKwh: 0.5, acceptedKwh: 0.5 }] },
    });
  });

  it('MK-05 keeps what is delivered so soon that nobody could be told', async () => {
    await buy('late', 2);
    await sell('seller', 2000, 50_000);
    await platform.moveTo(at('10:30:00'));
    await platform.moveTo(at('10:56:00'));
    const before = await sent('trades.released');
    expect((await send('DELETE', '/market/v1/orders/late')).status).toBe(409);
    expect(await sent('trades.released')).toEqual(before);
  });
});
