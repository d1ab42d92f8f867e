import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { intervalOf, type FlexOffer } from '#flexoffer';
import type { Topics } from '#messages';
import { startTestPlatform, type TestPlatform } from '#testing';
import { administrationService } from '../../administration/src/service.js';
import { fmarService } from './service.js';

const at = (time: string): number => Date.parse(`2024-03-12T${time}Z`);
const FIRST = intervalOf(at('10:15:00'));
const NODES = ['lu', 'lu.north', 'lu.south'];

let platform: TestPlatform;

beforeAll(async () => {
  platform = await startTestPlatform([administrationService, fmarService], {
    ATP_SIMULATED_TIME: '2024-03-12T10:00:00Z',
    ATP_GATE_INTERVAL_SECONDS: '300',
    ATP_GATE_CLOSURE_SECONDS: '300',
  });
  for (const id of NODES)
    await send('PUT', `/admin/v1/grid-nodes/${id}`, {
      kind: 'zone',
      ...(id === 'lu.south' ? { exportCapacityKw: 1 } : {}),
    });
});
afterAll(() => platform.close());

const send = (
  method: string,
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
): ReturnType<TestPlatform['request']> =>
  platform.request(path, {
    method,
    headers: { ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });

/** Sends a message as its sender would, and waits until it is handled. */
async function publish<T extends keyof Topics>(topic: T, payload: Topics[T]): Promise<void> {
  const { database, outbox, clock } = platform.platform;
  await database.transaction((tx) => outbox.publish(tx, topic, payload, 'a'.repeat(32)));
  await platform.moveTo(clock.now());
}

async function messages<T extends keyof Topics>(topic: T): Promise<{ payload: Topics[T]; trace: string }[]> {
  return platform.platform.database.query(
    'SELECT payload, trace FROM messaging.message WHERE topic = $1 ORDER BY seq',
    [topic],
  );
}

/** Uses 600 Wh at 10:30 by default, and could use none, or use them until 11:30; asks 0.06 for moving. */
const machine = (id: string, gridNode: string): FlexOffer => ({
  id,
  state: 'accepted',
  offeredById: 'aggregator',
  gridNode,
  creation: at('09:00:00'),
  acceptanceBefore: at('09:30:00'),
  assignmentBefore: at('10:15:00'),
  startAfter: FIRST + 1,
  startBefore: FIRST + 4,
  slices: [{ minDuration: 1, maxDuration: 1, lowerWh: 600, upperWh: 600 }],
  defaultSchedule: { start: FIRST + 1, energiesWh: [600] },
  price: { up: 60_000, down: 60_000 },
});

const sellOrder = (orderId: string, gridNode: string): Topics['sell-orders.submitted']['orders'][number] => ({
  orderId,
  sellerId: 'aggregator',
  gridNode,
  validUntil: at('10:15:00'),
  offer: machine(`offer-${orderId}`, gridNode),
});

describe('the market', () => {
  it('MK-04 refuses an order with its reasons, and tells its sender', async () => {
    await publish('buy-orders.submitted', {
      orders: [
        {
          orderId: 'b-nowhere',
          buyerId: 'dso',
          gridNode: 'nowhere',
          intervals: [{ interval: FIRST - 9, changeWh: 800, price: 300_000 }],
        },
      ],
    });
    const [answer] = await messages('buy-orders.answered');
    expect(answer?.payload.orders[0]).toMatchObject({ orderId: 'b-nowhere', final: true });
    expect(answer?.payload.orders[0]?.reason).toContain('nowhere is not a node of the grid');
    const order = (await platform.request('/market/v1/orders/b-nowhere')).json<{
      state: string;
      reason: string;
    }>();
    expect(order.state).toBe('refused');
    expect(order.reason).toContain('the gate closure of every interval is past');
  });

  it('MK-02 closes a gate without orders as empty', async () => {
    await platform.moveTo(at('10:05:00'));
    const gates = (await platform.request('/market/v1/gates')).json<object[]>();
    expect(gates).toEqual([
      expect.objectContaining({ gateId: 'gate-2024-03-12T10:05:00Z', state: 'empty', trades: 0 }),
    ]);
  });

  it('MK-01 MK-03 matches in time and space: the trade, its schedule and its feedback', async () => {
    const request = {
      orderId: 'b-1',
      buyerId: 'dso',
      gridNode: 'lu.north',
      intervals: [
        { interval: FIRST + 1, changeWh: 800, price: 300_000 },
        { interval: FIRST + 8, changeWh: 100, price: 300_000 },
      ],
    };
    await publish('buy-orders.submitted', { orders: [request] });
    await publish('sell-orders.submitted', {
      orders: [sellOrder('s-north', 'lu.north'), sellOrder('s-south', 'lu.south')],
    });
    await publish('sell-orders.submitted', { orders: [sellOrder('s-north', 'lu.north')] });
    await platform.moveTo(at('10:10:00'));
    const [closed] = await messages('sell-orders.closed');
    const [made] = await messages('trades.made');
    const trade = made?.payload.trades[0];
    expect(closed?.payload.orders).toEqual([
      {
        orderId: 's-north',
        result: 'traded',
        gateId: 'gate-2024-03-12T10:10:00Z',
        schedule: { start: FIRST + 2, energiesWh: [600] },
        sold: [
          { tradeId: trade?.tradeId, buyerId: 'dso', interval: FIRST + 1, changeWh: 600, price: 60_000 },
        ],
      },
    ]);
    expect(closed?.trace).toBe('a'.repeat(32));
    expect((await messages('buy-orders.answered')).at(-1)?.payload.orders).toEqual([
      {
        orderId: 'b-1',
        final: false,
        accepted: [
          { interval: FIRST + 1, changeWh: 600, price: 60_000 },
          { interval: FIRST + 8, changeWh: 0, price: 0 },
        ],
      },
    ]);
    const trades = (await platform.request('/market/v1/trades?gridNode=lu&participantId=dso')).json<
      object[]
    >();
    expect(trades).toEqual([
      {
        tradeId: trade?.tradeId,
        gateId: 'gate-2024-03-12T10:10:00Z',
        buyOrderId: 'b-1',
        sellOrderId: 's-north',
        buyerId: 'dso',
        sellerId: 'aggregator',
        gridNode: 'lu.north',
        intervalStart: '2024-03-12T10:30:00Z',
        intervalSeconds: 900,
        changeKwh: 0.6,
        pricePerKwh: '0.060000',
        transferPricePerKwh: '0.000000',
        currency: 'EUR',
      },
    ]);
    expect((await platform.request('/market/v1/trades?gridNode=lu.nor')).json()).toEqual([]);
  });

  it('MK-04 keeps input and result of a clearing, and they come out again', async () => {
    const [gate] = (await platform.request('/market/v1/gates?order=desc&limit=1')).json<
      { clearingId: string; clearedKwh: number; surplus: { amount: string } }[]
    >();
    expect(gate).toMatchObject({ clearedKwh: 0.6, surplus: { amount: '0.144000', currency: 'EUR' } });
    const clearing = (await platform.request(`/market/v1/clearings/${gate?.clearingId ?? ''}`)).json<{
      replays: boolean;
      input: { sellOrders: object[]; capacities: object[] };
    }>();
    expect(clearing.replays).toBe(true);
    expect(clearing.input.sellOrders).toHaveLength(2);
    expect(clearing.input.capacities).toEqual([{ gridNode: 'lu.south', exportWh: 250 }]);
  });

  it('MK-02 rejects what is unmatched at its assignment deadline, and ends requests at gate closure', async () => {
    await platform.moveTo(at('10:15:00'));
    const orders = (await platform.request('/market/v1/orders?side=sell&state=open')).json<
      { orderId: string }[]
    >();
    expect(orders.map(({ orderId }) => orderId)).toEqual(['s-south']);
    await platform.moveTo(at('10:20:00'));
    expect((await messages('sell-orders.closed')).at(-1)?.payload.orders).toEqual([
      { orderId: 's-south', result: 'expired', reason: 'unmatched at its assignment deadline' },
    ]);
    await platform.moveTo(at('12:15:00'));
    const ended = (await messages('buy-orders.answered')).at(-1)?.payload.orders[0];
    expect(ended).toMatchObject({ orderId: 'b-1', final: true });
    expect((await platform.request('/market/v1/orders/b-1')).json()).toMatchObject({
      state: 'partly',
      closedAt: '2024-03-12T12:10:00Z',
      intervals: [
        { intervalStart: '2024-03-12T10:30:00Z', changeKwh: 0.8, acceptedKwh: 0.6, pricePerKwh: '0.300000' },
        { intervalStart: '2024-03-12T12:15:00Z', changeKwh: 0.1, acceptedKwh: 0, pricePerKwh: '0.300000' },
      ],
    });
  });

  it('MK-02 withdraws an order that has not traded, and no other', async () => {
    const intervals = [{ interval: intervalOf(at('14:00:00')), changeWh: 100, price: 1 }];
    await publish('buy-orders.submitted', {
      orders: [{ orderId: 'b-2', buyerId: 'dso', gridNode: 'lu', intervals }],
    });
    expect((await send('DELETE', '/market/v1/orders/b-2')).json()).toMatchObject({ state: 'withdrawn' });
    expect((await send('DELETE', '/market/v1/orders/b-2')).status).toBe(200);
    expect((await send('DELETE', '/market/v1/orders/b-1')).status).toBe(409);
    expect((await send('DELETE', '/market/v1/orders/b-none')).status).toBe(404);
    expect((await messages('buy-orders.answered')).at(-1)?.payload.orders[0]).toMatchObject({
      orderId: 'b-2',
      final: true,
      reason: 'withdrawn by administrator',
    });
  });
});

describe('orders over HTTP', () => {
  const request = {
    side: 'buy',
    gridNode: 'lu.north',
    flexOffer: {
      startAfterTime: '2024-03-12T14:00:00Z',
      startBeforeTime: '2024-03-12T14:00:00Z',
      flexOfferProfileConstraints: [
        {
          minDuration: 2,
          maxDuration: 2,
          energyConstraintList: [{ lowerBound: 0, upperBound: 1 }],
          tariffConstraint: { minTariff: 0, maxTariff: 0.25 },
        },
        {
          minDuration: 1,
          maxDuration: 1,
          energyConstraintList: [{ lowerBound: -0.4, upperBound: -0.4 }],
          tariffConstraint: { minTariff: -0.1, maxTariff: 0 },
        },
      ],
    },
  };

  it('MK-01 takes a request once, however often it is sent', async () => {
    const first = await send('POST', '/market/v1/orders', request, { 'idempotency-key': 'k-1' });
    expect([first.status, first.json()]).toEqual([
      201,
      expect.objectContaining({
        side: 'buy',
        state: 'open',
        intervals: [
          { intervalStart: '2024-03-12T14:00:00Z', changeKwh: 0.5, acceptedKwh: 0, pricePerKwh: '0.250000' },
          { intervalStart: '2024-03-12T14:15:00Z', changeKwh: 0.5, acceptedKwh: 0, pricePerKwh: '0.250000' },
          { intervalStart: '2024-03-12T14:30:00Z', changeKwh: -0.4, acceptedKwh: 0, pricePerKwh: '0.100000' },
        ],
      }),
    ]);
    const again = await send('POST', '/market/v1/orders', request, { 'idempotency-key': 'k-1' });
    expect([again.status, again.json()]).toEqual([200, first.json()]);
    const other = { ...request, gridNode: 'lu.south' };
    expect((await send('POST', '/market/v1/orders', other, { 'idempotency-key': 'k-1' })).status).toBe(409);
  });

  it('MK-03 sells what an aggregator offers, and keeps an offer against the rules as refused', async () => {
    const flexOffer = {
      creationTime: '2024-03-12T12:00:00Z',
      assignmentBeforeTime: '2024-03-12T13:00:00Z',
      startAfterTime: '2024-03-12T14:00:00Z',
      startBeforeTime: '2024-03-12T15:00:00Z',
      flexOfferProfileConstraints: [
        { minDuration: 1, maxDuration: 1, energyConstraintList: [{ lowerBound: 0, upperBound: 1 }] },
      ],
    };
    const sell = { orderId: 'http-sell', side: 'sell', gridNode: 'lu.south', flexOffer };
    const first = await send('POST', '/market/v1/orders', sell);
    expect([first.status, first.json()]).toEqual([
      201,
      expect.objectContaining({
        state: 'open',
        validUntil: '2024-03-12T13:00:00Z',
        flexOffer: expect.objectContaining({ startBeforeTime: '2024-03-12T15:00:00Z' }),
      }),
    ]);
    const late = { ...flexOffer, assignmentBeforeTime: '2024-03-12T12:01:00Z' };
    const refused = await send('POST', '/market/v1/orders', { ...sell, orderId: 'late', flexOffer: late });
    expect([refused.status, refused.json()]).toEqual([
      201,
      expect.objectContaining({ state: 'refused', reason: expect.stringContaining('deadline is past') }),
    ]);
  });

  it('names every wrong field and stores nothing', async () => {
    const before = (await platform.request('/market/v1/orders')).json<object[]>().length;
    const wrong = { ...request, surprise: 1, side: 'lend' };
    const answer = await send('POST', '/market/v1/orders', wrong);
    const paths = answer.json<{ errors: { path: string }[] }>().errors.map(({ path }) => path);
    expect([answer.status, paths]).toEqual([400, expect.arrayContaining(['surprise', 'side'])]);
    const vague = {
      ...request,
      flexOffer: { ...request.flexOffer, startBeforeTime: '2024-03-12T15:00:00Z' },
    };
    const refused = await send('POST', '/market/v1/orders', vague);
    expect([refused.status, refused.json()]).toEqual([
      400,
      expect.objectContaining({ errors: [expect.objectContaining({ path: 'flexOffer.startBeforeTime' })] }),
    ]);
    expect((await platform.request('/market/v1/orders')).json<object[]>()).toHaveLength(before);
  });

  it('shows a grid operator its own orders alone', async () => {
    const register = { id: 'dso-2', name: 'Another operator', role: 'dso' };
    const { token } = (await send('POST', '/admin/v1/participants', register)).json<{ token: string }>();
    const headers = { authorization: `Bearer ${token}` };
    expect((await platform.request('/market/v1/orders', { headers })).json()).toEqual([]);
    expect((await platform.request('/market/v1/orders/b-1', { headers })).status).toBe(404);
    expect((await platform.request('/market/v1/trades', { headers })).json()).toEqual([]);
    const own = await send('POST', '/market/v1/orders', { ...request, orderId: 'mine' }, headers);
    expect([own.status, own.json()]).toEqual([
      201,
      expect.objectContaining({ orderId: 'mine', participantId: 'dso-2' }),
    ]);
    expect((await send('POST', '/market/v1/orders', { ...request, side: 'sell' }, headers)).status).toBe(403);
  });

  it('pages through the orders without losing or repeating one', async () => {
    const all = (await platform.request('/market/v1/orders')).json<{ orderId: string }[]>();
    const paged: { orderId: string }[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const page = await platform.request(
        `/market/v1/orders?limit=2${cursor === '' ? '' : `&cursor=${cursor}`}`,
      );
      paged.push(...page.json<{ orderId: string }[]>());
      cursor = page.headers.get('next-cursor');
    }
    expect(paged).toEqual(all);
    expect(all.length).toBeGreaterThan(4);
  });
});

describe('the stream', () => {
  it('MK-04 tells what happened, from any event on, and goes on live', async () => {
    const leaving = new AbortController();
    const response = await fetch(`${platform.url}/market/v1/stream`, {
      headers: { authorization: `Bearer ${platform.adminToken}`, 'last-event-id': '0' },
      signal: leaving.signal,
    });
    expect(response.headers.get('content-type')).toContain('text/event-stream');
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
    let text = '';
    const until = async (wanted: string): Promise<void> => {
      while (!text.includes(wanted)) text += (await reader?.read())?.value ?? '';
    };
    await until('gate-2024-03-12T10:10:00Z');
    await until('event: trade');
    await platform.moveTo(at('12:20:00'));
    await until('gate-2024-03-12T12:20:00Z');
    leaving.abort();
    const ids = [...text.matchAll(/^id: (\d+)$/gm)].map(([, id]) => Number(id));
    expect(ids).toEqual(ids.toSorted((a, b) => a - b));
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('refuses an event id that is none', async () => {
    const answer = await platform.request('/market/v1/stream', { headers: { 'last-event-id': 'x' } });
    expect(answer.status).toBe(400);
  });
});
