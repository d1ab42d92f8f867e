import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { intervalOf } from '#flexoffer';
import { administrationService } from '../../../administration/src/service.js';
import { fmanService } from '../service.js';
import { FmanUnderTest } from '../testing/fman-under-test.js';
import { minutes, testOffer } from '../testing/test-offers.js';

const NOON = intervalOf(minutes(120));
const DAY = 'from=2026-01-15T00:00:00Z&to=2026-01-16T00:00:00Z';
let fman: FmanUnderTest;
let house: string;

beforeAll(async () => {
  fman = await FmanUnderTest.start([administrationService, fmanService]);
  house = await fman.register('house-1', { gridNode: 'z.a' });
  await fman.offer(testOffer('a', { startBefore: NOON }));
  await fman.platform.moveTo(minutes(4));
  await fman.offer(testOffer('b'));
  const orderId = (await fman.sent('sell-orders.submitted'))[0]?.orders[0]?.orderId ?? '';
  const sold = [{ tradeId: 't', buyerId: 'dso', interval: NOON, changeWh: 1000, price: 100_000 }];
  const schedule = { start: NOON, energiesWh: [0, 1000] };
  await fman.receive('sell-orders.closed', {
    orders: [{ orderId, result: 'traded', gateId: 'g', schedule, sold }],
  });
});
afterAll(() => fman.platform.close());

const read = (query: string, token?: string) =>
  fman.send('GET', `/fman/v1/indicators?${query}`, undefined, token);

describe('indicators', () => {
  it('FM-07 tell open contracts, flexibility, activation, gain and cost of a range', async () => {
    expect((await read(DAY)).json<object>()).toMatchObject({
      offersByState: { accepted: 1, assigned: 1 },
      ...{ openOffers: 1, openSellOrders: 0, openCommitments: 1 },
      ...{ activationLevel: 0.5, expectedCost: '0.060000', expectedGain: '0.040000', currency: 'EUR' },
    });
  });

  it('FM-07 are of the range alone', async () => {
    const later = await read('from=2026-01-16T00:00:00Z&to=2026-01-17T00:00:00Z');
    expect(later.json<object>()).toMatchObject({ offersByState: {}, expectedGain: '0.000000' });
  });

  it('FM-07 are for those who run the portfolio, and for ranges that end', async () => {
    expect((await read(DAY, house)).status).toBe(403);
    for (const query of ['from=2026-01-15T00:00:00Z', 'from=2026-01-15T00:00:00Z&to=2026-01-15T00:00:00Z'])
      expect((await read(query)).status).toBe(400);
  });
});
