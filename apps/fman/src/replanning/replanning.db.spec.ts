import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { intervalOf, type FlexOffer } from '#flexoffer';
import { scheduleIdOf } from '#identifiers';
import { administrationService } from '../../../administration/src/service.js';
import { fmanService } from '../service.js';
import { FmanUnderTest } from '../testing/fman-under-test.js';
import { minutes, testOffer } from '../testing/test-offers.js';

const OFFERS = '/fman/v1/flexoffers';
const REPLANS = '/fman/v1/replans';
const NOON = intervalOf(minutes(120));
const TRADES = ['t0', 't1', 't2'];
let fman: FmanUnderTest;
let house1: string;
let house2: string;
let dso: string;

/** Three intervals of 0 to 2 kWh from 12:00 on, 1 kWh each by default. */
function offer(id: string, offeredById: string): FlexOffer {
  return testOffer(id, {
    offeredById,
    slices: TRADES.map(() => ({ minDuration: 1, maxDuration: 1, lowerWh: 0, upperWh: 2000 })),
    startBefore: NOON,
    defaultSchedule: { start: NOON, energiesWh: [1000, 1000, 1000] },
  });
}

/** Sells 300 Wh of each of the three members in each interval. */
async function sellAll(): Promise<void> {
  await fman.platform.moveTo(minutes(4));
  const order = (await fman.sent('sell-orders.submitted')).flatMap(({ orders }) => orders).at(-1);
  const sold = TRADES.map((tradeId, unit) => ({
    tradeId,
    buyerId: 'dso',
    interval: NOON + unit,
    changeWh: 900,
    price: 60_000,
  }));
  const schedule = { start: NOON, energiesWh: [2100, 2100, 2100] };
  const orderId = order?.orderId ?? '';
  await fman.receive('sell-orders.closed', {
    orders: [{ orderId, result: 'traded', gateId: 'g', schedule, sold }],
  });
}

beforeAll(async () => {
  fman = await FmanUnderTest.start([administrationService, fmanService]);
  house1 = await fman.register('house-1', { gridNode: 'z.a' });
  house2 = await fman.register('house-2', { gridNode: 'z.a' });
  dso = await fman.register('dso', { role: 'dso' });
  await fman.offer(offer('a', 'house-1'), offer('b', 'house-2'), offer('c', 'house-2'));
  await sellAll();
});
afterAll(() => fman.platform.close());

const updates = async () => (await fman.sent('schedules.updated')).at(-1)?.updates ?? [];
const energiesOf = async () =>
  Object.fromEntries(
    (await updates()).map(({ flexOfferId, schedule }) => [flexOfferId, schedule.energiesWh]),
  );
const lastReasonOf = async (id: string) =>
  (await fman.send('GET', `${OFFERS}/${id}/history`)).json<{ reason?: string }[]>().at(-1)?.reason;

/** What is owed for each trade by each member, as settlement now knows it. */
async function owed(): Promise<Record<string, Record<string, number>>> {
  const assigned = (await fman.sent('deliveries.assigned')).flatMap(({ deliveries }) => deliveries);
  const corrected = (await fman.sent('deliveries.corrected')).flatMap(({ deliveries }) => deliveries);
  const byTrade: Record<string, Record<string, number>> = {};
  for (const { tradeId, flexOfferId, orderedWh } of [...assigned, ...corrected])
    byTrade[tradeId] = { ...byTrade[tradeId], [flexOfferId]: orderedWh };
  return byTrade;
}

describe('a member that is canceled before delivery', () => {
  it('MK-05 XE-07 is replaced by the others: they get new schedules that name the old ones', async () => {
    const [before] = await fman.sent('schedules.assigned');
    await fman.receive('flexoffers.withdrawn', { offers: [{ id: 'a', reason: 'occupant override' }] });
    expect(await fman.failures()).toEqual([]);
    expect(await energiesOf()).toEqual({ b: [550, 550, 550], c: [550, 550, 550] });
    const old = scheduleIdOf('b', before?.aggregates[0]?.aggregateId ?? '');
    const update = (await updates()).find(({ flexOfferId }) => flexOfferId === 'b');
    expect(update).toMatchObject({ updateOf: old, deviceId: 'device-of-b', flexibilityId: 'heat-pump' });
    expect(update?.reason).toBe('re-planned because another member of its aggregate was canceled');
    expect((await fman.send('GET', `${OFFERS}/b`)).json()).toMatchObject({
      state: 'assigned',
      scheduleId: update?.scheduleId,
    });
  });

  it('MK-05 hands its part of every trade over, to the last Wh', async () => {
    const each = { a: 0, b: 450, c: 450 };
    expect(await owed()).toEqual({ t0: each, t1: each, t2: each });
    const [message] = await fman.sent('deliveries.corrected');
    expect(message?.deliveries).toHaveLength(9);
    expect(message?.deliveries[1]).toEqual({
      tradeId: 't0',
      flexOfferId: 'b',
      participantId: 'house-2',
      deviceId: 'device-of-b',
      interval: NOON,
      orderedWh: 450,
      defaultWh: 1000,
      scheduledWh: 550,
      version: 2,
    });
  });

  it('MK-05 is kept with what changed, why and who told, in records and histories', async () => {
    const [replan] = (await fman.send('GET', REPLANS)).json<object[]>();
    expect(replan).toMatchObject({
      cause: 'canceled',
      flexOfferId: 'a',
      reason: 'occupant override',
      toldBy: 'device-of-a',
      fromTime: '2026-01-15T10:15:00Z',
      trades: [
        { tradeId: 't0', buyerId: 'dso', intervalStart: '2026-01-15T12:00:00Z', orderedKwh: 0.3, restKwh: 0 },
        { tradeId: 't1', takenOverKwh: 0.3 },
        { tradeId: 't2' },
      ],
      members: [
        { flexOfferId: 'b', before: { scheduleSlices: [{ energyAmount: 0.7 }, {}, {}] } },
        { flexOfferId: 'c', after: { scheduleSlices: [{ energyAmount: 0.55 }, {}, {}] } },
      ],
    });
    expect(await lastReasonOf('a')).toBe('others take over 900 of the 900 Wh that it still owed');
    expect(await lastReasonOf('b')).toContain('another member of its aggregate was canceled');
  });
});

describe('a member that fails during delivery', () => {
  it('MK-05 keeps what has begun, goes back to its default, and the others do the rest', async () => {
    await fman.platform.moveTo(minutes(121));
    const failing = { flexOfferId: 'b', fromInterval: NOON, reason: 'the device is in mode manual' };
    await fman.receive('deliveries.failing', { deliveries: [failing] });
    expect(await fman.failures()).toEqual([]);
    expect(await energiesOf()).toEqual({ b: [550, 1000, 1000], c: [550, 100, 100] });
    expect((await updates()).map(({ reason }) => reason)).toEqual([
      're-planned because it does not follow its schedule: the device is in mode manual',
      're-planned because another member of its aggregate does not follow its schedule',
    ]);
    expect(await owed()).toEqual({
      t0: { a: 0, b: 450, c: 450 },
      t1: { a: 0, b: 0, c: 900 },
      t2: { a: 0, b: 0, c: 900 },
    });
    expect(await fman.stateOf('b')).toBe('assigned');
  });

  it('MK-05 is re-planned once, however often it is told', async () => {
    const failing = { flexOfferId: 'b', fromInterval: NOON + 1, reason: 'again' };
    await fman.receive('deliveries.failing', {
      deliveries: [failing, { ...failing, flexOfferId: 'a' }, { ...failing, flexOfferId: 'unknown' }],
    });
    expect((await fman.send('GET', REPLANS)).json()).toHaveLength(2);
    expect(await fman.sent('schedules.updated')).toHaveLength(2);
    expect(await fman.failures()).toEqual([]);
  });
});

describe('a member that nobody can replace', () => {
  it('MK-05 XE-07 goes on owing what it had sold, and that is said', async () => {
    await fman.platform.moveTo(minutes(136));
    expect((await fman.send('DELETE', `${OFFERS}/c`, undefined, house2)).status).toBe(200);
    expect(await fman.sent('schedules.updated')).toHaveLength(2);
    expect((await owed())['t2']).toEqual({ a: 0, b: 0, c: 900 });
    const replans = (await fman.send('GET', `${REPLANS}?flexOfferId=c`)).json<object[]>();
    expect(replans).toHaveLength(3);
    expect(replans[2]).toMatchObject({
      cause: 'canceled',
      toldBy: 'house-2',
      trades: [{ tradeId: 't2', orderedKwh: 0.9, takenOverKwh: 0, restKwh: 0.9 }],
      members: [],
    });
    expect(await lastReasonOf('c')).toBe('others take over 0 of the 900 Wh that it still owed');
    // The first message of its kind: as long as others took over, the grid was committed to the same.
    const moved = (await fman.sent('schedules.replanned')).flatMap(({ orders }) => orders);
    expect(moved.map(({ changes }) => changes)).toEqual([[{ interval: NOON + 2, changeWh: -900 }]]);
    expect(await fman.failures()).toEqual([]);
  });
});

describe('the records of re-plans', () => {
  const listed = async (query: string, token?: string) =>
    (await fman.send('GET', `${REPLANS}${query}`, undefined, token)).json<
      { flexOfferId?: string; members: { flexOfferId: string }[]; trades: object[] }[]
    >();

  it('MK-05 are found by offer and by time, page by page', async () => {
    expect((await listed('?flexOfferId=a')).map(({ flexOfferId }) => flexOfferId)).toEqual(['a']);
    const during = await listed('?from=2026-01-15T12:00:00Z&to=2026-01-15T12:10:00Z');
    expect(during.map(({ flexOfferId }) => flexOfferId)).toEqual(['b']);
    const page = await fman.send('GET', `${REPLANS}?limit=2`);
    const cursor = page.headers.get('next-cursor') ?? '';
    expect((await listed(`?limit=2&cursor=${cursor}`)).map(({ flexOfferId }) => flexOfferId)).toEqual(['c']);
  });

  it('MK-05 show to everybody its own part', async () => {
    const [first, ...others] = await listed('', house1);
    expect(first).toMatchObject({ flexOfferId: 'a', members: [] });
    expect(others).toEqual([]);
    const [stranger] = await listed('', house2);
    expect(stranger).toMatchObject({ trades: [], members: [{ flexOfferId: 'b' }, { flexOfferId: 'c' }] });
    expect(stranger).not.toHaveProperty('flexOfferId');
    const [bought] = await listed('', dso);
    expect(bought).toMatchObject({ trades: [{}, {}, {}], members: [] });
    expect(bought).not.toHaveProperty('reason');
  });
});
