import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { intervalOf } from '#flexoffer';
import { startTestPlatform, type TestPlatform } from '#testing';
import { administrationService } from '../../../administration/src/service.js';
import { fmarService } from '../service.js';

const at = (time: string): number => Date.parse(`2024-03-12T${time}Z`);
let platform: TestPlatform;

beforeAll(async () => {
  platform = await startTestPlatform([administrationService, fmarService], {
    ATP_SIMULATED_TIME: '2024-03-12T10:00:00Z',
    ATP_GATE_INTERVAL_SECONDS: '300',
    ATP_PRICING: 'mid-point',
  });
  await send('PUT', '/admin/v1/grid-nodes/lu', { kind: 'zone' });
  await send('PUT', '/admin/v1/grid-nodes/lu.n', { kind: 'zone', transferPricePerKwh: '0.020000' });
});
afterAll(() => platform.close());

async function send(method: string, path: string, sent: unknown): Promise<{ status: number; body: unknown }> {
  const answer = await platform.request(path, {
    method,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(sent),
  });
  return { status: answer.status, body: answer.json() };
}

const order = (orderId: string, side: string, gridNode: string, kwh: number, extra: object = {}): object => ({
  orderId,
  side,
  gridNode,
  flexOffer: {
    startAfterInterval: intervalOf(at('11:00:00')),
    startBeforeInterval: intervalOf(at('11:00:00')),
    assignmentBeforeTime: '2024-03-12T10:30:00Z',
    flexOfferProfileConstraints: [
      {
        energyConstraintList: [{ lower: 0, upper: kwh }],
        tariffConstraint:
          side === 'buy' ? { minTariff: 0, maxTariff: 0.3 } : { minTariff: -0.06, maxTariff: 1 },
      },
    ],
    ...(side === 'buy'
      ? {}
      : { defaultSchedule: { startTime: '2024-03-12T11:00:00Z', scheduleSlices: [{ energyAmount: kwh }] } }),
  },
  ...extra,
});
const stateOf = async (orderId: string): Promise<unknown> =>
  (await platform.request(`/market/v1/orders/${orderId}`)).json();

describe('orders with conditions', () => {
  it('MK-01 fills or kills, fills and kills, and closes the rest of an exclusive group', async () => {
    await send('POST', '/market/v1/orders', order('all', 'buy', 'lu', 5, { execution: 'fill-or-kill' }));
    await send('POST', '/market/v1/orders', order('some', 'buy', 'lu', 4, { execution: 'fill-and-kill' }));
    await send('POST', '/market/v1/orders', order('one', 'sell', 'lu.n', 2, { exclusiveGroup: 'plant' }));
    await send('POST', '/market/v1/orders', order('other', 'sell', 'lu.n', 1, { exclusiveGroup: 'plant' }));
    await platform.moveTo(at('10:05:00'));
    expect(await stateOf('all')).toMatchObject({
      state: 'expired',
      reason: expect.stringContaining('fill or kill'),
    });
    expect(await stateOf('some')).toMatchObject({
      state: 'partly',
      reason: expect.stringContaining('fill and kill'),
      intervals: [{ acceptedKwh: 2 }],
    });
    expect(await stateOf('one')).toMatchObject({ state: 'traded' });
    expect(await stateOf('other')).toMatchObject({
      state: 'expired',
      reason: 'another order of its exclusive group traded',
    });
  });

  it('MK-06 prices a trade half way between bid and ask, and the transfer beside it', async () => {
    expect((await platform.request('/market/v1/trades')).json()).toMatchObject([
      { buyOrderId: 'some', changeKwh: 2, pricePerKwh: '0.170000', transferPricePerKwh: '0.020000' },
    ]);
  });

  it('MK-01 MK-04 amends an order that can still trade, keeps what it said before, and what it has bought', async () => {
    await send('POST', '/market/v1/orders', order('amended', 'buy', 'lu', 3));
    const raised = order('amended', 'buy', 'lu', 6, { minimumKwh: 1 });
    expect(await send('PUT', '/market/v1/orders/amended', raised)).toMatchObject({
      status: 200,
      body: { version: 2, state: 'open', minimumKwh: 1, intervals: [{ changeKwh: 6, acceptedKwh: 0 }] },
    });
    expect(await send('PUT', '/market/v1/orders/amended', raised)).toMatchObject({ body: { version: 2 } });
    await send('POST', '/market/v1/orders', order('seller', 'sell', 'lu.n', 2));
    await platform.moveTo(at('10:10:00'));
    expect(await stateOf('amended')).toMatchObject({ version: 2, state: 'partly' });
    const versions = await platform.platform.database.query<{ content: object }>(
      `SELECT content FROM fmar.order_version WHERE order_id = 'amended'`,
    );
    expect(versions).toMatchObject([{ content: { intervals: [{ change_wh: 3000 }] } }]);
  });

  it('MK-02 expires an order at its validity, and refuses to change it then', async () => {
    const soon = { validUntil: '2024-03-12T10:15:00Z' };
    await send('POST', '/market/v1/orders', order('short', 'buy', 'lu', 3, soon));
    await platform.moveTo(at('10:15:00'));
    expect(await stateOf('short')).toMatchObject({ state: 'open' });
    await platform.moveTo(at('10:20:00'));
    expect(await stateOf('short')).toMatchObject({
      state: 'expired',
      reason: expect.stringContaining('expired'),
    });
    expect(await send('PUT', '/market/v1/orders/short', order('short', 'buy', 'lu', 2))).toMatchObject({
      status: 409,
    });
    expect(await send('PUT', '/market/v1/orders/none', order('none', 'buy', 'lu', 2))).toMatchObject({
      status: 404,
    });
  });

  it('MK-01 names what is wrong with conditions', async () => {
    const wrong = order('wrong', 'sell', 'lu.n', 1, {
      execution: 'partly',
      minimumKwh: 1,
      validUntil: 'soon',
    });
    const { status, body } = await send('POST', '/market/v1/orders', wrong);
    expect(status).toBe(400);
    expect(body).toMatchObject({
      errors: [{ path: 'execution' }, { path: 'minimumKwh' }, { path: 'validUntil' }],
    });
  });
});
