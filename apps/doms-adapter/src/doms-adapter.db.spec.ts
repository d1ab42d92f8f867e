import { createServer, type Server } from 'node:http';
import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { intervalOf } from '#flexoffer';
import type { BuyOrdersAnswered, BuyOrdersSubmitted } from '#messages';
import { startTestPlatform, type TestPlatform } from '#testing';
import { administrationService } from '../../administration/src/service.js';
import { domsAdapterService } from './service.js';

const at = (time: string): number => Date.parse(`2024-03-12T${time}Z`);

/** A DOMS that says what it is told to say, and remembers what it hears. */
class ScriptedDoms {
  requests: unknown = [];
  status = 200;
  readonly responses: unknown[] = [];
  private readonly server: Server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      if (request.method === 'POST' && this.status === 200) this.responses.push(JSON.parse(body));
      const answers: Record<string, unknown> = {
        'GET /flexibility-requests': this.requests,
        'GET /state-variables': { actualLoadMwh: [1.5] },
      };
      response.writeHead(this.status, { 'content-type': 'application/json' });
      response.end(JSON.stringify(answers[`${request.method} ${request.url}`] ?? {}));
    });
  });

  async listen(): Promise<string> {
    this.server.listen(0, '127.0.0.1');
    await once(this.server, 'listening');
    const address = this.server.address();
    if (address === null || typeof address === 'string') throw new Error('no port');
    return `http://127.0.0.1:${address.port}`;
  }

  close(): void {
    this.server.close();
    this.server.closeAllConnections();
  }
}

const doms = new ScriptedDoms();
let platform: TestPlatform;

beforeAll(async () => {
  platform = await startTestPlatform([administrationService, domsAdapterService], {
    ATP_SIMULATED_TIME: '2024-03-12T10:00:00Z',
    ATP_LOG_LEVEL: 'error',
    DOMS_URL: await doms.listen(),
    ATP_DOMS_POLL_SECONDS: '900',
    ATP_DOMS_POLL_OFFSET_SECONDS: '120',
  });
  for (const id of ['lu', 'lu.north']) await send('PUT', `/admin/v1/grid-nodes/${id}`, { kind: 'zone' });
});
afterAll(async () => {
  await platform.close();
  doms.close();
});

const send = (
  method: string,
  path: string,
  body: unknown,
  headers = {},
): ReturnType<TestPlatform['request']> =>
  platform.request(path, {
    method,
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });

async function submitted(): Promise<BuyOrdersSubmitted['orders'][number][]> {
  const rows = await platform.platform.database.query<{ payload: BuyOrdersSubmitted }>(
    `SELECT payload FROM messaging.message WHERE topic = 'buy-orders.submitted' ORDER BY seq`,
  );
  return rows.flatMap(({ payload }) => payload.orders);
}

/** What the market says about an order, and whatever follows from it. */
async function answer(order: BuyOrdersAnswered['orders'][number]): Promise<void> {
  const { database, outbox, clock } = platform.platform;
  await database.transaction((tx) => outbox.publish(tx, 'buy-orders.answered', { orders: [order] }));
  await platform.moveTo(clock.now());
}

const evening = {
  requestId: 'evening',
  startTime: '2024-03-12T18:00:00Z',
  intervalLength: 900,
  scheduleChange: [1.2, 0, -0.4],
  energyPrice: [0.3, 0, 0.1],
  gridNode: 'lu.north',
};

describe('polling', () => {
  it('DO-01 DO-02 DO-03 turns what the DOMS asks for into a buy order, once', async () => {
    doms.requests = [evening, { ...evening, requestId: 'now', startTime: undefined, gridNode: undefined }];
    await platform.moveTo(at('10:32:00'));
    const first = intervalOf(at('18:00:00'));
    const soon = intervalOf(at('10:15:00'));
    expect(await submitted()).toEqual([
      {
        orderId: expect.stringMatching(/^bo-/),
        buyerId: 'dso',
        gridNode: 'lu.north',
        intervals: [
          { interval: first, changeWh: 1200, price: 300_000 },
          { interval: first + 2, changeWh: -400, price: 100_000 },
        ],
      },
      {
        orderId: expect.stringMatching(/^bo-/),
        buyerId: 'dso',
        gridNode: 'lu',
        intervals: [
          { interval: soon, changeWh: 1200, price: 300_000 },
          { interval: soon + 2, changeWh: -400, price: 100_000 },
        ],
      },
    ]);
    expect((await platform.request('/doms/v1/state-variables')).json()).toMatchObject({
      receivedAt: '2024-03-12T10:02:00Z',
      stateVariables: { actualLoadMwh: [1.5] },
    });
  });

  it('DO-03 MK-04 posts what was bought back to the DOMS, and again when more was', async () => {
    const [order] = await submitted();
    const { orderId = '', intervals = [] } = order ?? {};
    const [early, late] = intervals;
    if (!early || !late) throw new Error('the order has two intervals');
    await answer({
      orderId,
      final: false,
      accepted: [
        { ...early, price: 60_000 },
        { ...late, changeWh: 0, price: 0 },
      ],
    });
    const partly = { requestId: 'evening', result: 'partly', accepted: [1.2, 0, 0], price: [0.06, 0, 0] };
    expect(doms.responses).toEqual([partly]);
    await answer({
      orderId,
      final: true,
      accepted: [
        { ...early, price: 60_000 },
        { ...late, price: 50_000 },
      ],
    });
    const all = {
      requestId: 'evening',
      result: 'accepted',
      accepted: [1.2, 0, -0.4],
      price: [0.06, 0, 0.05],
    };
    expect(doms.responses).toEqual([partly, all]);
    expect((await platform.request('/doms/v1/flexibility-requests/evening')).json()).toMatchObject({
      ...all,
      state: 'answered',
      deliveredAt: '2024-03-12T10:32:00Z',
    });
  });

  it('DO-03 goes on trying while the DOMS cannot be reached, and polls it again', async () => {
    const heard = doms.responses.length;
    const [, order] = await submitted();
    doms.status = 503;
    const accepted = (order?.intervals ?? []).map(({ interval }) => ({ interval, changeWh: 0, price: 0 }));
    await answer({ orderId: order?.orderId ?? '', final: true, accepted, reason: 'nothing was for sale' });
    await platform.moveTo(at('10:47:30'));
    expect(doms.responses).toHaveLength(heard);
    doms.status = 200;
    await platform.moveTo(at('11:30:00'));
    expect(doms.responses.slice(heard)).toEqual([
      {
        requestId: 'now',
        result: 'rejected',
        accepted: [0, 0, 0],
        price: [0, 0, 0],
        reason: 'nothing was for sale',
      },
    ]);
  });

  it('DO-01 takes the good items of a list and rejects the others to the DOMS, once', async () => {
    const heard = doms.responses.length;
    const orders = (await submitted()).length;
    doms.requests = [
      { ...evening, requestId: 'hourly', intervalLength: 3600 },
      { ...evening, requestId: 'good', remark: 'more than we know' },
      { scheduleChange: 'none' },
      { ...evening, scheduleChange: [9, 9, 9] },
    ];
    await platform.moveTo(at('12:10:00'));
    expect((await submitted()).length).toBe(orders + 1);
    expect(doms.responses.slice(heard)).toEqual([
      {
        requestId: 'hourly',
        result: 'rejected',
        accepted: [],
        price: [],
        reason: "intervalLength must be 900, the market's interval",
      },
    ]);
  });
});

describe('requests of an operator without a DOMS', () => {
  const posted = { ...evening, requestId: 'posted-1' };

  it('DO-01 takes a request once, however often it is posted', async () => {
    const first = await send('POST', '/doms/v1/flexibility-requests', posted);
    expect([first.status, first.json()]).toEqual([
      201,
      expect.objectContaining({
        requestId: 'posted-1',
        source: 'posted',
        state: 'open',
        gridNode: 'lu.north',
      }),
    ]);
    const again = await send('POST', '/doms/v1/flexibility-requests', posted);
    expect([again.status, again.json()]).toEqual([200, first.json()]);
    const other = await send('POST', '/doms/v1/flexibility-requests', { ...posted, gridNode: 'lu' });
    expect(other.status).toBe(409);
  });

  it('names every wrong field and stores nothing', async () => {
    const wrong = { ...posted, requestId: 'posted-2', energyPrice: ['dear'], surprise: 1 };
    const answer = await send('POST', '/doms/v1/flexibility-requests', wrong);
    const paths = answer.json<{ errors: { path: string }[] }>().errors.map(({ path }) => path);
    expect([answer.status, paths]).toEqual([400, expect.arrayContaining(['energyPrice[0]', 'surprise'])]);
    expect((await platform.request('/doms/v1/flexibility-requests/posted-2')).status).toBe(404);
  });

  it('answers each item of a list', async () => {
    const list = [
      { ...posted, requestId: 'posted-3' },
      { ...posted, requestId: 'posted-4', startTime: 'soon' },
    ];
    const answer = await send('POST', '/doms/v1/flexibility-requests', list);
    expect([answer.status, answer.json()]).toEqual([
      201,
      [
        expect.objectContaining({ requestId: 'posted-3', state: 'open' }),
        expect.objectContaining({ requestId: 'posted-4', result: 'rejected' }),
      ],
    ]);
    expect((await platform.request('/doms/v1/flexibility-requests/posted-4')).status).toBe(404);
  });

  it('shows an operator its own requests alone, page by page', async () => {
    const register = { id: 'dso-2', name: 'Another operator', role: 'dso' };
    const { token } = (await send('POST', '/admin/v1/participants', register)).json<{ token: string }>();
    const headers = { authorization: `Bearer ${token}` };
    expect((await platform.request('/doms/v1/flexibility-requests/evening', { headers })).status).toBe(404);
    expect((await send('POST', '/doms/v1/flexibility-requests', posted, headers)).status).toBe(201);
    const own = (await platform.request('/doms/v1/flexibility-requests', { headers })).json<object[]>();
    expect(own).toEqual([expect.objectContaining({ requestId: 'posted-1', participantId: 'dso-2' })]);
    const all = (await platform.request('/doms/v1/flexibility-requests')).json<object[]>();
    const first = await platform.request('/doms/v1/flexibility-requests?limit=3');
    const cursor = first.headers.get('next-cursor') ?? '';
    const rest = await platform.request(`/doms/v1/flexibility-requests?cursor=${cursor}`);
    expect([...first.json<object[]>(), ...rest.json<object[]>()]).toEqual(all);
  });
});
