import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { instantOf } from '#flexoffer';
import { DAY_END, DAY_START, FIRST_POLL, QUARTERS_A_DAY, isoOfInterval } from '../calendar/demo-day.js';
import { readCommunity } from '../community/community.js';
import { ZONES } from '../community/grid.js';
import { zoneShares } from '../community/zone-shares.js';
import { readGridLoad } from '../extracts/grid-load.js';
import { Doms } from './doms.js';
import { needOf } from './need.js';
import { plannedRequests, type FlexibilityRequest } from './requests.js';

const community = readCommunity();
const gridLoad = readGridLoad();
const planned = plannedRequests(gridLoad, zoneShares(community));

describe('the need of the scripted DOMS', () => {
  it('DO-02 asks for less consumption when the load is above its forecast', () => {
    expect(needOf({ actualMwh: 110, weekEarlierMwh: 100 })).toEqual({ changeWh: 10_000, pricePerKwh: 0.2 });
    expect(needOf({ actualMwh: 90, weekEarlierMwh: 100 })).toEqual({ changeWh: -10_000, pricePerKwh: 0.2 });
  });

  it('DO-06 does nothing inside the dead zone of 1 MW, and pays no more than its limit', () => {
    expect(needOf({ actualMwh: 100.25, weekEarlierMwh: 100 }).changeWh).toBe(0);
    expect(needOf({ actualMwh: 100.5, weekEarlierMwh: 100 }).changeWh).toBe(500);
    expect(needOf({ actualMwh: 200, weekEarlierMwh: 100 }).pricePerKwh).toBe(0.4);
  });
});

describe('the requests of the day', () => {
  it('ask for every quarter-hour exactly once in each zone, and for all of the need together', () => {
    const asked = new Map<string, number>();
    for (const { request } of planned) {
      const start = Date.parse(request.startTime);
      for (const [index, change] of request.scheduleChange.entries()) {
        const key = `${request.gridNode} ${start + index * 900_000}`;
        expect(asked.has(key)).toBe(false);
        asked.set(key, Math.round(change * 1000));
      }
    }
    for (const [quarter, load] of gridLoad.entries()) {
      const at = instantOf(DAY_START + quarter);
      const zones = ZONES.map((zone) => asked.get(`${zone} ${at}`) ?? 0);
      expect(zones.reduce((sum, change) => sum + change, 0)).toBe(needOf(load).changeWh);
    }
    expect(asked.size).toBe(ZONES.length * QUARTERS_A_DAY);
  });
});

describe('DO-01 the DOMS over HTTP', () => {
  let directory: string;
  let doms: Doms;
  let url: string;
  beforeEach(async () => {
    directory = mkdtempSync(join(tmpdir(), 'doms-'));
    doms = new Doms(community, directory);
    url = await doms.listen(0);
  });
  afterEach(async () => {
    await doms.close();
    rmSync(directory, { recursive: true });
  });

  const listed = async (): Promise<FlexibilityRequest[]> =>
    (await (await fetch(`${url}/flexibility-requests`)).json()) as FlexibilityRequest[];

  it('lists a request from six hours before its delivery until it is delivered', async () => {
    doms.moveTo(instantOf(FIRST_POLL));
    expect((await listed()).map(({ startTime }) => startTime)).toContain(isoOfInterval(DAY_START));
    doms.moveTo(instantOf(DAY_START + 4));
    const starts = (await listed()).map(({ startTime }) => Date.parse(startTime));
    expect(Math.min(...starts)).toBe(instantOf(DAY_START + 4));
    expect(Math.max(...starts)).toBe(instantOf(DAY_START + 28));
    doms.moveTo(instantOf(DAY_END));
    expect(await listed()).toEqual([]);
  });

  it('remembers its time across a restart', async () => {
    doms.moveTo(instantOf(DAY_START + 40));
    const before = await listed();
    await doms.close();
    doms = new Doms(community, directory);
    url = await doms.listen(0);
    expect(await listed()).toEqual(before);
    expect(before).not.toHaveLength(0);
  });

  it('DO-04 tells what it sees and wants', async () => {
    doms.moveTo(instantOf(DAY_START + 40));
    const state = (await (await fetch(`${url}/state-variables`)).json()) as Record<string, unknown[]>;
    expect(state['actualLoadMwh']).toHaveLength(40);
    expect(state['predictedLoadMwh']).toHaveLength(96);
    expect(state['desiredEnergyVariation']).toHaveLength(56);
    expect(state['desiredPrice']).toHaveLength(56);
  });

  const respond = async (body: string): Promise<number> =>
    (await fetch(`${url}/responses`, { method: 'POST', body })).status;

  it('DO-03 keeps one response a request', async () => {
    const requestId = planned[0]?.request.requestId ?? '';
    const response = { requestId, result: 'partly', accepted: [0.5, 0, 0, 0], price: [0.1, 0, 0, 0] };
    expect(await respond(JSON.stringify(response))).toBe(200);
    expect(await respond(JSON.stringify(response))).toBe(200);
    expect([...doms.responses.values()]).toEqual([response]);
  });

  it.each([
    ['no JSON', '{', 400],
    ['an unknown result', '{"requestId":"x","result":"maybe","accepted":[],"price":[]}', 400],
    ['an unknown request', '{"requestId":"x","result":"rejected","accepted":[],"price":[]}', 404],
  ])('refuses a response with %s', async (_, body, status) => {
    expect(await respond(body)).toBe(status);
    expect(doms.responses.size).toBe(0);
  });

  it('has nothing else', async () => {
    expect((await fetch(`${url}/elsewhere`)).status).toBe(404);
  });
});
