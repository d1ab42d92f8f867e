import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { intervalOf } from '#flexoffer';
import { scheduleIdOf } from '#identifiers';
import type { SellOrdersClosed, SellOrdersSubmitted } from '#messages';
import { administrationService } from '../../../administration/src/service.js';
import { fmanService } from '../service.js';
import { FmanUnderTest } from '../testing/fman-under-test.js';
import { minutes, postedOffer, testOffer } from '../testing/test-offers.js';

const OFFERS = '/fman/v1/flexoffers';
const NOON = intervalOf(minutes(120));
let fman: FmanUnderTest;

beforeAll(async () => {
  fman = await FmanUnderTest.start([administrationService, fmanService]);
  await fman.register('house-1', { gridNode: 'z.a' });
});
afterAll(() => fman.platform.close());

type SellOrder = SellOrdersSubmitted['orders'][number];

const submitted = async (): Promise<SellOrder[]> =>
  (await fman.sent('sell-orders.submitted')).flatMap(({ orders }) => orders);
const withdrawn = async (): Promise<string[]> =>
  (await fman.sent('sell-orders.withdrawn')).flatMap(({ orders }) => orders.map(({ orderId }) => orderId));
const lastOrder = async (): Promise<SellOrder> => {
  const order = (await submitted()).at(-1);
  if (!order) throw new Error('nothing was submitted');
  return order;
};
const aggregates = async (state: string): Promise<{ id: string; orderId: string; memberCount: number }[]> =>
  (await fman.send('GET', `/fman/v1/aggregates?state=${state}`)).json();
const giveBack = (orderId: string): Promise<void> =>
  fman.receive('sell-orders.closed', { orders: [{ orderId, result: 'withdrawn', reason: 'as asked' }] });
const sell = (
  orderId: string,
  energiesWh: number[],
  changes: readonly [string, number, number][],
): Promise<void> => {
  return fman.receive('sell-orders.closed', { orders: [soldOrder(orderId, energiesWh, changes)] });
};
const soldOrder = (
  orderId: string,
  energiesWh: number[],
  changes: readonly [string, number, number][],
): SellOrdersClosed['orders'][number] => ({
  orderId,
  result: 'traded',
  gateId: 'g',
  schedule: { start: NOON, energiesWh },
  sold: changes.map(([tradeId, interval, changeWh]) => ({
    tradeId,
    buyerId: 'dso',
    interval,
    changeWh,
    price: 60_000,
  })),
});

describe('the way from accepted offers to assigned schedules', () => {
  it('FM-02 sells offers alike as one, a lead before the gate', async () => {
    await fman.offer(testOffer('a'), testOffer('b'));
    await fman.platform.moveTo(minutes(4) - 1);
    expect(await submitted()).toEqual([]);
    await fman.platform.moveTo(minutes(4));
    expect(await submitted()).toMatchObject([
      {
        sellerId: 'aggregator',
        gridNode: 'z.a',
        validUntil: minutes(60),
        offer: { defaultSchedule: { energiesWh: [2000, 2000] } },
      },
    ]);
    const [live] = await aggregates('live');
    const aggregate = (await fman.send('GET', `/fman/v1/aggregates/${live?.id}`)).json();
    expect(aggregate).toMatchObject({
      flexibilityRetained: { time: 1, energy: 1 },
      members: [{ flexOfferId: 'a', offsetIntervals: 0 }, { flexOfferId: 'b' }],
    });
    expect((await fman.send('GET', `${OFFERS}/a`)).json()).toMatchObject({
      aggregateId: live?.id,
      traceId: 'trace-of-a',
    });
  });

  it('FM-02 says nothing at the next gate when nothing has changed', async () => {
    await fman.platform.moveTo(minutes(9));
    expect(await submitted()).toHaveLength(1);
    expect(await withdrawn()).toEqual([]);
  });

  it('FM-02 takes a new offer into its group once the market has given the old group back', async () => {
    const before = await lastOrder();
    await fman.offer(testOffer('c'));
    await fman.platform.moveTo(minutes(14));
    expect(await withdrawn()).toEqual([before.orderId]);
    expect(await submitted()).toHaveLength(1);
    await giveBack(before.orderId);
    expect(await submitted()).toHaveLength(2);
    expect((await aggregates('live')).map(({ memberCount }) => memberCount)).toEqual([3]);
    expect(await aggregates('withdrawn')).toHaveLength(1);
  });

  it('FM-02 never sells again under an old name: the same group gets another order', async () => {
    const order = await lastOrder();
    await fman.receive('flexoffers.withdrawn', { offers: [{ id: 'c', reason: 'occupant override' }] });
    expect((await withdrawn()).at(-1)).toBe(order.orderId);
    await giveBack(order.orderId);
    await fman.platform.moveTo(minutes(19));
    const ids = (await submitted()).map(({ orderId }) => orderId);
    expect(new Set(ids).size).toBe(3);
    expect((await aggregates('live')).map(({ memberCount }) => memberCount)).toEqual([2]);
  });

  it('FM-03 FM-06 hands a traded schedule on to the members and their parts of the trade to settlement', async () => {
    await sell(
      (await lastOrder()).orderId,
      [1200, 2001],
      [
        ['t1', NOON, 800],
        ['t2', NOON + 1, -1],
      ],
    );
    expect(await fman.failures()).toEqual([]);
    const [message] = await fman.sent('schedules.assigned');
    expect(message?.aggregates).toMatchObject([
      {
        flexOfferIds: ['a', 'b'],
        deviceIds: ['device-of-a', 'device-of-b'],
        flexibilityIds: ['heat-pump', 'heat-pump'],
        starts: [NOON, NOON],
        lengths: [2, 2],
        energiesWh: [600, 1001, 600, 1000],
      },
    ]);
    const [deliveries] = await fman.sent('deliveries.assigned');
    expect(deliveries?.deliveries).toMatchObject([
      {
        tradeId: 't1',
        flexOfferId: 'a',
        participantId: 'house-1',
        orderedWh: 400,
        defaultWh: 1000,
        scheduledWh: 600,
      },
      { tradeId: 't1', flexOfferId: 'b', orderedWh: 400 },
      { tradeId: 't2', flexOfferId: 'a', orderedWh: -1, defaultWh: 1000, scheduledWh: 1001 },
    ]);
    const changes = (await fman.sent('flexoffers.changed')).at(-1)?.changes;
    expect(changes).toMatchObject([
      { id: 'a', state: 'assigned' },
      { id: 'b', state: 'assigned' },
    ]);
    expect((await fman.send('GET', `${OFFERS}/a`)).json()).toMatchObject({
      flexOfferSchedule: {
        startTime: '2026-01-15T12:00:00Z',
        scheduleSlices: [{ energyAmount: 0.6 }, { energyAmount: 1.001 }],
      },
    });
    expect((await fman.send('PUT', `${OFFERS}/a`, postedOffer('a'))).status).toBe(409);
  });

  it('FM-06 keeps when a device confirmed its schedule', async () => {
    const [message] = await fman.sent('schedules.assigned');
    const scheduleId = scheduleIdOf('a', message?.aggregates[0]?.aggregateId ?? '');
    await fman.receive('schedules.acknowledged', {
      schedules: [{ scheduleId, flexOfferId: 'a', at: minutes(20) }],
    });
    expect((await fman.send('GET', `${OFFERS}/a`)).json()).toMatchObject({
      scheduleId,
      acknowledgedAt: '2026-01-15T10:20:00Z',
    });
  });

  it('lets a trade win over a change that came too late for the market, and over a cancellation', async () => {
    await fman.offer(testOffer('d'), testOffer('e'));
    await fman.platform.moveTo(minutes(24));
    const { orderId } = await lastOrder();
    const slices = [{ energyConstraintList: [{ lower: 0, upper: 1 }] }];
    const change = postedOffer('d', { flexOfferProfileConstraints: slices });
    expect((await fman.send('PUT', `${OFFERS}/d`, change)).status).toBe(200);
    expect((await fman.send('DELETE', `${OFFERS}/e`)).status).toBe(200);
    await fman.platform.moveTo(minutes(24));
    expect((await withdrawn()).filter((id) => id === orderId)).toHaveLength(1);
    await sell(orderId, [1000, 2000], [['t3', NOON, 1000]]);
    const offer = (await fman.send('GET', `${OFFERS}/d`)).json<{ flexOfferProfileConstraints: object[] }>();
    expect(offer).toMatchObject({ state: 'assigned', stateReason: 'sold as it was before its last change' });
    expect(offer.flexOfferProfileConstraints).toHaveLength(2);
    expect(await fman.stateOf('e')).toBe('canceled');
    const [told] = (await fman.sent('schedules.assigned')).at(-1)?.aggregates ?? [];
    expect(told?.flexOfferIds).toEqual(['d']);
    const owed = (await fman.sent('deliveries.assigned')).at(-1)?.deliveries;
    expect(owed?.map(({ flexOfferId, orderedWh }) => [flexOfferId, orderedWh])).toEqual([
      ['d', 500],
      ['e', 500],
    ]);
    expect(await fman.failures()).toEqual([]);
  });

  it('MK-05 has the others do at once what a member does not that was canceled while its order was on its way', async () => {
    const [update] = (await fman.sent('schedules.updated')).at(-1)?.updates ?? [];
    expect(update).toMatchObject({ flexOfferId: 'd', schedule: { start: NOON, energiesWh: [0, 1000] } });
    const owed = (await fman.sent('deliveries.corrected')).at(-1)?.deliveries;
    expect(owed?.map(({ flexOfferId, orderedWh }) => [flexOfferId, orderedWh])).toEqual([
      ['d', 1000],
      ['e', 0],
    ]);
  });

  it('XE-07 MK-05 lets a member leave before its own record says that it has traded', async () => {
    await fman.offer(testOffer('p'), testOffer('q'));
    await fman.platform.moveTo(minutes(29));
    const { orderId } = await lastOrder();
    const updates = (await fman.sent('schedules.updated')).length;
    await fman.receiveTogether(async (send) => {
      await send('sell-orders.closed', { orders: [soldOrder(orderId, [1000, 2000], [['t4', NOON, 1000]])] });
      await send('flexoffers.withdrawn', { offers: [{ id: 'p', reason: 'occupant override' }] });
    });
    expect(await fman.failures()).toEqual([]);
    expect([await fman.stateOf('p'), await fman.stateOf('q')]).toEqual(['canceled', 'assigned']);
    const history = await fman.send('GET', `${OFFERS}/p/history`);
    expect(history.json<{ state: string }[]>().map(({ state }) => state)).toContain('assigned');
    const told = (await fman.sent('schedules.updated')).slice(updates).flatMap((each) => each.updates);
    expect(told).toMatchObject([{ flexOfferId: 'q', schedule: { energiesWh: [0, 1000] } }]);
    expect((await fman.sent('deliveries.assigned')).at(-1)?.deliveries).toHaveLength(2);
  });

  it('FM-02 offers what the market refused again at the next gate, not at once', async () => {
    await fman.offer(testOffer('f'));
    await fman.platform.moveTo(minutes(34));
    const { orderId } = await lastOrder();
    const before = (await submitted()).length;
    const refused = { orderId, result: 'refused' as const, reason: 'a limit of the market' };
    await fman.receive('sell-orders.closed', { orders: [refused] });
    expect(await submitted()).toHaveLength(before);
    await fman.platform.moveTo(minutes(39));
    expect(await submitted()).toHaveLength(before + 1);
    await fman.receive('flexoffers.withdrawn', { offers: [{ id: 'f', reason: 'occupant override' }] });
    await giveBack((await lastOrder()).orderId);
    expect(await aggregates('refused')).toHaveLength(1);
  });

  it('FO-05 rejects what found no buyer, in time and not before', async () => {
    await fman.offer(testOffer('unsold', { acceptanceBefore: minutes(50) }));
    await fman.platform.moveTo(minutes(54));
    const { orderId, validUntil } = await lastOrder();
    expect(validUntil).toBe(minutes(60));
    await fman.platform.moveTo(minutes(63));
    expect(await fman.stateOf('unsold')).toBe('accepted');
    await fman.platform.moveTo(minutes(64));
    expect((await withdrawn()).at(-1)).toBe(orderId);
    await giveBack(orderId);
    const offer = (await fman.send('GET', `${OFFERS}/unsold`)).json();
    expect(offer).toMatchObject({
      state: 'rejected',
      stateReason: 'unmatched: no buyer until its assignment deadline',
    });
  });

  it('FO-05 ends assigned offers when the last interval of their schedules is over', async () => {
    await fman.platform.moveTo(minutes(150) - 1);
    expect(await fman.stateOf('a')).toBe('assigned');
    await fman.platform.moveTo(minutes(150));
    const summary = (await fman.send('GET', `${OFFERS}/summary`)).json();
    expect(summary).toEqual({ byState: { canceled: 4, executed: 4, rejected: 1 } });
    expect(await fman.failures()).toEqual([]);
  });
});
