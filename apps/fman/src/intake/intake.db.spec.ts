import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { writeFlexOfferXml } from '#flexoffer';
import { administrationService } from '../../../administration/src/service.js';
import { fmanService } from '../service.js';
import { FmanUnderTest } from '../testing/fman-under-test.js';
import { START, minutes, postedOffer, testOffer } from '../testing/test-offers.js';

const OFFERS = '/fman/v1/flexoffers';
let fman: FmanUnderTest;
let house1: string;
let house2: string;

beforeAll(async () => {
  fman = await FmanUnderTest.start([administrationService, fmanService]);
  house1 = await fman.register('house-1', { gridNode: 'z.a.cp1' });
  house2 = await fman.register('house-2', { gridNode: 'z.a.cp2', signConvention: 'production-positive' });
});
afterAll(() => fman.platform.close());

const stored = async (): Promise<number> =>
  (await fman.send('GET', `${OFFERS}?limit=1000`)).json<unknown[]>().length;

describe('offers from the FOA', () => {
  it('FM-01 are accepted, or rejected with every reason, and the FOA is told', async () => {
    const late = testOffer('late', {
      acceptanceBefore: START - 2,
      creation: START - 3,
      price: { up: 2e9, down: 0 },
    });
    await fman.offer(testOffer('good'), late);
    const [message] = await fman.sent('flexoffers.changed');
    expect(message?.changes).toMatchObject([
      { id: 'good', state: 'accepted', deviceId: 'device-of-good', flexibilityId: 'heat-pump', at: START },
      { id: 'late', state: 'rejected' },
    ]);
    expect(message?.changes[1]?.reason).toMatch(/acceptBeforeTime .*; .*tariffConstraint/);
  });

  it('FM-01 are taken once, however often they come', async () => {
    const before = await stored();
    await fman.offer(testOffer('good'), testOffer('good'));
    expect(await stored()).toBe(before);
    expect(await fman.sent('flexoffers.changed')).toHaveLength(1);
    expect(await fman.failures()).toEqual([]);
  });

  it('FO-05 keep every step of their life', async () => {
    const history = await fman.send('GET', `${OFFERS}/good/history`);
    expect(history.json()).toMatchObject([
      { number: 1, state: 'offered', at: '2026-01-15T10:00:00Z', traceId: 'trace-of-good' },
      { number: 2, state: 'accepted', traceId: 'trace-of-good' },
    ]);
  });

  it('FO-05 are canceled when the device no longer stands by them; the unknown and the ended are passed over', async () => {
    await fman.offer(testOffer('regretted'));
    const withdrawn = ['regretted', 'late', 'never-seen'].map((id) => ({ id, reason: 'occupant override' }));
    await fman.receive('flexoffers.withdrawn', { offers: withdrawn });
    expect(await fman.stateOf('regretted')).toBe('canceled');
    expect(await fman.stateOf('late')).toBe('rejected');
    const changes = (await fman.sent('flexoffers.changed')).at(-1)?.changes;
    expect(changes).toMatchObject([{ id: 'regretted', state: 'canceled', reason: 'occupant override' }]);
    expect(await fman.failures()).toEqual([]);
  });

  it('do not stop the others when their names cannot be kept', async () => {
    const offers = [testOffer('odd', { flexibilityId: 'a\u0000b' }), testOffer('beside-odd')];
    await fman.offer(...offers);
    expect(await fman.stateOf('beside-odd')).toBe('accepted');
    expect(await fman.failures()).toEqual([]);
  });
});

describe('posted offers', () => {
  it('FM-01 are answered one by one', async () => {
    const flexOffer = [
      postedOffer('p-1'),
      postedOffer('p-2', { totalEnergyConstraint: { lower: 5, upper: 6 } }),
      postedOffer('p-3', { offeredById: 'house-2' }),
      postedOffer('p-4', { acceptBeforeTime: '2026-01-15T09:00:00Z', creationTime: '2026-01-15T08:00:00Z' }),
    ];
    const answer = await fman.send('POST', OFFERS, { flexOffer }, house1);
    expect(answer.status).toBe(200);
    const [first, second, third, fourth] = answer.json<object[]>();
    expect(first).toEqual({ id: 'p-1', state: 'accepted' });
    expect(second).toMatchObject({
      id: 'p-2',
      state: 'rejected',
      stateReason: expect.stringContaining('totalEnergyConstraint'),
    });
    expect(third).toMatchObject({ errors: [{ path: 'flexOffer[2].offeredById' }] });
    expect(fourth).toMatchObject({
      id: 'p-4',
      state: 'rejected',
      stateReason: expect.stringContaining('acceptBeforeTime'),
    });
  });

  it('FM-01 give the same answer when they are repeated, also later, and 409 with another content', async () => {
    const flexOffer = [postedOffer('p-1')];
    await fman.platform.moveTo(minutes(1));
    const again = await fman.send('POST', OFFERS, { flexOffer }, house1);
    expect([again.status, again.json()]).toEqual([200, [{ id: 'p-1', state: 'accepted' }]]);
    const other = [postedOffer('p-1', { startBeforeTime: new Date(minutes(150)).toISOString() })];
    expect((await fman.send('POST', OFFERS, { flexOffer: other }, house1)).status).toBe(409);
    const batch = await fman.send('POST', OFFERS, { flexOffer: [...other, postedOffer('p-5')] }, house1);
    expect(batch.json()).toMatchObject([
      { id: 'p-1', errors: [{ path: 'flexOffer[0].id' }] },
      { state: 'accepted' },
    ]);
  });

  it('FM-01 name every wrong field, and nothing of them is stored', async () => {
    const before = await stored();
    const bad = await fman.send('POST', OFFERS, { flexOffer: [{ startAfterTime: 'noon' }] }, house1);
    expect(bad.status).toBe(400);
    const paths = bad.json<{ errors: { path: string }[] }>().errors.map(({ path }) => path);
    expect(paths).toEqual(
      expect.arrayContaining(['flexOffer[0].startAfterTime', 'flexOffer[0].startBeforeTime']),
    );
    for (const envelope of [{}, { flexOffer: [] }, { flexOffer: [1] }, { flexOffer: [], more: 1 }, []])
      expect((await fman.send('POST', OFFERS, envelope, house1)).status).toBe(400);
    const elsewhere = { flexOffer: [postedOffer('p-6', { locationID: 'z.b.cp9' })] };
    expect((await fman.send('POST', OFFERS, elsewhere, house1)).status).toBe(400);
    const device = { flexOffer: [postedOffer('p-7', { deviceId: 'device-of-house-2' })] };
    expect((await fman.send('POST', OFFERS, device, house1)).status).toBe(400);
    expect(await stored()).toBe(before);
  });

  it('FM-01 may come as lines', async () => {
    const lines = [JSON.stringify(postedOffer('l-1')), '{', '', JSON.stringify(postedOffer('l-2'))].join(
      '\n',
    );
    const headers = { authorization: `Bearer ${house1}`, 'content-type': 'application/x-ndjson' };
    const answer = await fman.platform.request(OFFERS, { method: 'POST', headers, body: lines });
    expect(answer.json()).toEqual([
      { id: 'l-1', state: 'accepted' },
      { errors: [{ path: 'flexOffer[1]', message: 'is not well-formed JSON' }] },
      { id: 'l-2', state: 'accepted' },
    ]);
    const empty = await fman.platform.request(OFFERS, { method: 'POST', headers, body: '\n' });
    expect(empty.status).toBe(400);
  });

  it('FM-01 may come as XML', async () => {
    const { deviceId: _deviceId, flexibilityId: _flexibilityId, ...offer } = testOffer('x-1');
    const xml = writeFlexOfferXml(offer, { sign: 'consumption-positive' });
    const headers = { authorization: `Bearer ${house1}`, 'content-type': 'application/xml' };
    const answer = await fman.platform.request(OFFERS, { method: 'POST', headers, body: xml });
    expect([answer.status, answer.json()]).toEqual([200, [{ id: 'x-1', state: 'accepted' }]]);
    const broken = await fman.platform.request(OFFERS, { method: 'POST', headers, body: '<flexOffer>' });
    expect(broken.status).toBe(400);
    const text = { ...headers, 'content-type': 'text/csv' };
    expect((await fman.platform.request(OFFERS, { method: 'POST', headers: text, body: xml })).status).toBe(
      415,
    );
  });

  it('are shown in the reader’s own sign, and to nobody who may not see them', async () => {
    const flexOffer = [
      postedOffer('sun', {
        flexOfferProfileConstraints: [{ energyConstraintList: [{ lower: 1, upper: 2 }] }],
      }),
    ];
    await fman.send('POST', OFFERS, { flexOffer }, house2);
    const bounds = async (token: string): Promise<unknown> =>
      (await fman.send('GET', `${OFFERS}/sun`, undefined, token)).json<{
        flexOfferProfileConstraints: unknown[];
      }>().flexOfferProfileConstraints[0];
    expect(await bounds(house2)).toMatchObject({ energyConstraintList: [{ lowerBound: 1, upperBound: 2 }] });
    expect(await bounds(fman.platform.adminToken)).toMatchObject({
      energyConstraintList: [{ lowerBound: -2, upperBound: -1 }],
    });
    expect((await fman.send('GET', `${OFFERS}/sun`, undefined, house1)).status).toBe(404);
    expect((await fman.send('DELETE', `${OFFERS}/sun`, undefined, house1)).status).toBe(404);
    expect((await fman.send('PUT', `${OFFERS}/sun`, postedOffer('sun'), house1)).status).toBe(404);
    const own = await fman.send('GET', OFFERS, undefined, house2);
    expect(own.json<{ id: string }[]>().map(({ id }) => id)).toEqual(['sun']);
  });

  it('can be changed and canceled until their life has ended', async () => {
    const changed = postedOffer('p-5', { startBeforeTime: new Date(minutes(150)).toISOString() });
    const answer = await fman.send('PUT', `${OFFERS}/p-5`, changed, house1);
    expect([answer.status, answer.json()]).toMatchObject([
      200,
      { startBeforeTime: '2026-01-15T12:30:00Z', state: 'accepted' },
    ]);
    const broken = postedOffer('p-5', { acceptBeforeTime: '2026-01-15T09:00:00Z' });
    expect((await fman.send('PUT', `${OFFERS}/p-5`, broken, house1)).status).toBe(400);
    expect((await fman.send('PUT', `${OFFERS}/p-5`, postedOffer('p-8'), house1)).status).toBe(400);
    expect((await fman.send('DELETE', `${OFFERS}/p-5`, undefined, house1)).json()).toMatchObject({
      state: 'canceled',
    });
    expect((await fman.send('DELETE', `${OFFERS}/p-5`, undefined, house1)).status).toBe(409);
    expect((await fman.send('PUT', `${OFFERS}/p-5`, postedOffer('p-5'), house1)).status).toBe(409);
    const states = (await fman.send('GET', `${OFFERS}/p-5/history`))
      .json<{ state: string }[]>()
      .map(({ state }) => state);
    expect(states).toEqual(['offered', 'accepted', 'accepted', 'canceled']);
  });

  it('are listed by state, owner and time, and counted', async () => {
    const ids = async (query: string): Promise<string[]> =>
      (await fman.send('GET', `${OFFERS}?${query}`)).json<{ id: string }[]>().map(({ id }) => id);
    expect(await ids('state=canceled')).toEqual(['p-5', 'regretted']);
    expect(await ids('offeredById=house-2')).toEqual(['sun']);
    expect(await ids('to=2026-01-15T12:00:00Z')).toEqual([]);
    expect(await ids('from=2026-01-15T13:15:00Z&state=accepted&offeredById=house-1')).not.toContain('p-1');
    expect(await ids('from=2026-01-15T13:14:59Z&state=accepted&offeredById=house-1')).toContain('p-1');
    const page = await fman.send('GET', `${OFFERS}?limit=2`);
    const next = page.headers.get('next-cursor');
    expect(await ids(`limit=1000&cursor=${next}`)).toHaveLength((await stored()) - 2);
    expect((await fman.send('GET', `${OFFERS}?state=sold`)).status).toBe(400);
    expect((await fman.send('GET', `${OFFERS}/summary`)).json()).toMatchObject({ byState: { canceled: 2 } });
  });
});
