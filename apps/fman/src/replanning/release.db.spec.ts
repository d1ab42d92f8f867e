import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { intervalOf } from '#flexoffer';
import { administrationService } from '../../../administration/src/service.js';
import { fmanService } from '../service.js';
import { FmanUnderTest } from '../testing/fman-under-test.js';
import { minutes, testOffer } from '../testing/test-offers.js';

const NOON = intervalOf(minutes(120));
let fman: FmanUnderTest;
let dso: string;
let house: string;
let orderId: string;

/** Sells 600 Wh less of each of two members at noon, and as much more in the interval after it to nobody. */
beforeAll(async () => {
  fman = await FmanUnderTest.start([administrationService, fmanService]);
  house = await fman.register('house-1', { gridNode: 'z.a' });
  dso = await fman.register('dso', { role: 'dso' });
  const window = { startBefore: NOON };
  await fman.offer(testOffer('a', window), testOffer('b', window));
  await fman.platform.moveTo(minutes(4));
  orderId = (await fman.sent('sell-orders.submitted')).flatMap(({ orders }) => orders).at(-1)?.orderId ?? '';
  const sold = [{ tradeId: 't', buyerId: 'dso', interval: NOON, changeWh: 1200, price: 60_000 }];
  const schedule = { start: NOON, energiesWh: [800, 3200] };
  await fman.receive('sell-orders.closed', {
    orders: [{ orderId, result: 'traded', gateId: 'g', schedule, sold }],
  });
});
afterAll(() => fman.platform.close());

const release = async (releasedWh: number): Promise<void> => {
  const released = { orderId, tradeId: 't', buyerId: 'dso', interval: NOON, releasedWh };
  await fman.receive('trades.released', { releases: [{ ...released, reason: 'withdrawn by dso' }] });
};
const owed = async () =>
  (await fman.sent('deliveries.corrected'))
    .at(-1)
    ?.deliveries.map(({ flexOfferId, orderedWh, scheduledWh }) => [flexOfferId, orderedWh, scheduledWh]);

describe('a trade that its buyer releases', () => {
  it('MK-05 is owed less by every member, and each does that much of its default again, and no rebound', async () => {
    await release(400);
    expect(await owed()).toEqual([
      ['a', 400, 600],
      ['b', 400, 600],
    ]);
    const [update] = (await fman.sent('schedules.updated')).at(-1)?.updates ?? [];
    expect(update).toMatchObject({ flexOfferId: 'a', schedule: { start: NOON, energiesWh: [600, 1000] } });
    expect(update?.reason).toContain('withdrawn by dso');
    expect((await fman.sent('schedules.replanned')).at(-1)).toEqual({
      orders: [
        {
          orderId,
          changes: [
            { interval: NOON, changeWh: -400 },
            { interval: NOON + 1, changeWh: 1200 },
          ],
        },
      ],
    });
  });

  it('MK-05 is undone altogether when nothing of it is wanted any more', async () => {
    await release(800);
    expect(await owed()).toEqual([
      ['a', 0, 1000],
      ['b', 0, 1000],
    ]);
    expect((await fman.sent('schedules.replanned')).at(-1)?.orders).toEqual([
      { orderId, changes: [{ interval: NOON, changeWh: -800 }] },
    ]);
  });

  it('MK-05 is told to everybody concerned, with what was released', async () => {
    for (const token of [dso, house, fman.platform.adminToken]) {
      const listed = (await fman.send('GET', '/fman/v1/replans', undefined, token)).json<object[]>();
      const trades = [
        { tradeId: 't', buyerId: 'dso', orderedKwh: 1.2, releasedKwh: 0.4 },
        { tradeId: 't', buyerId: 'dso', orderedKwh: 0.8, releasedKwh: 0.8 },
      ];
      expect(listed).toMatchObject(
        trades.map((trade) => ({ cause: 'released', reason: 'withdrawn by dso', trades: [trade] })),
      );
    }
    expect(await fman.failures()).toEqual([]);
  });

  it("MK-05 that is another manager's changes nothing here", async () => {
    const before = (await fman.sent('deliveries.corrected')).length;
    const released = {
      tradeId: 'x',
      buyerId: 'dso',
      interval: NOON,
      releasedWh: 1,
      reason: 'withdrawn by dso',
    };
    await fman.receive('trades.released', { releases: [{ ...released, orderId: 'not-ours' }] });
    expect(await fman.sent('deliveries.corrected')).toHaveLength(before);
  });
});
