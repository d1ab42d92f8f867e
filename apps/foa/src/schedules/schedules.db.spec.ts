import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { intervalOf } from '#flexoffer';
import { scheduleIdOf } from '#identifiers';
import type { Topic, Topics } from '#messages';
import { startTestPlatform, type TestPlatform } from '#testing';
import { administrationService } from '../../../administration/src/service.js';
import { foaService } from '../service.js';

const START = Date.parse('2024-01-31T08:00:00Z');
const FIRST = intervalOf(START);
const SCHEDULE_ID = scheduleIdOf('fo-1', 'ag-1');
const minutes = (count: number): number => START + count * 60_000;

interface Poll {
  readonly demandSchedules: readonly { readonly scheduleId: string }[];
  readonly demandUpdates: readonly { readonly scheduleId: string }[];
}

let platform: TestPlatform;
let token: string;
let messages = 0;

beforeAll(async () => {
  platform = await startTestPlatform([administrationService, foaService], {
    ATP_SIMULATED_TIME: new Date(START).toISOString(),
  });
  await post('/admin/v1/participants', {
    id: 'h1',
    name: 'House',
    role: 'prosumer',
    gridNode: 'lu.north',
    signConvention: 'production-positive',
  });
  token = (await post('/admin/v1/devices', { id: 'hp1', participantId: 'h1', kind: 'hems' })).json<{
    token: string;
  }>().token;
  await receive('schedules.assigned', {
    aggregates: [
      {
        aggregateId: 'ag-1',
        flexOfferIds: ['fo-1'],
        deviceIds: ['hp1'],
        flexibilityIds: ['hp'],
        starts: [FIRST],
        lengths: [4],
        energiesWh: [300, 300, 300, 300],
      },
    ],
  });
});
afterAll(() => platform.close());

const post = (path: string, body: object, sender = platform.adminToken) =>
  platform.request(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${sender}` },
    body: JSON.stringify(body),
  });

async function poll(packets: object = {}): Promise<Poll> {
  messages += 1;
  const body = { messageId: `m${messages}`, sentAt: '2024-01-31T08:00:00Z', ...packets };
  const answer = await post('/xems/v1/communication', body, token);
  if (answer.status !== 200) throw new Error(answer.text);
  return answer.json<Poll>();
}

async function receive<T extends Topic>(topic: T, payload: Topics[T]): Promise<void> {
  const { database, outbox, clock } = platform.platform;
  await database.transaction((transaction) => outbox.publish(transaction, topic, payload));
  await platform.moveTo(clock.now());
}

async function failing(): Promise<Topics['deliveries.failing']['deliveries'][number][]> {
  const rows = await platform.platform.database.query<{ payload: Topics['deliveries.failing'] }>(
    `SELECT payload FROM messaging.message WHERE topic = 'deliveries.failing' ORDER BY seq`,
  );
  return rows.flatMap(({ payload }) => payload.deliveries);
}

const register = (at: number, energyImportKwh: number) => ({
  operationData: { mode: 'auto', readings: [{ at: new Date(at).toISOString(), energyImportKwh }] },
});

describe('a device that does not follow its schedule', () => {
  it('MK-05 is seen by its register at the end of a quarter-hour, once', async () => {
    await poll(register(START, 100));
    await platform.moveTo(minutes(15) + 10_000);
    await poll(register(minutes(15), 100.35));
    expect(await failing()).toEqual([]);
    await platform.moveTo(minutes(30) + 10_000);
    await poll(register(minutes(30), 101.35));
    await poll(register(minutes(30) + 5000, 101.36));
    expect(await failing()).toEqual([
      {
        flexOfferId: 'fo-1',
        fromInterval: FIRST + 2,
        reason: '1000 Wh instead of 300 Wh in the quarter-hour from 2024-01-31T08:15:00Z',
      },
    ]);
  });

  it('MK-05 is seen by its mode', async () => {
    await poll({ operationData: { mode: 'manual', readings: [] } });
    await poll({ operationData: { mode: 'manual', readings: [] } });
    expect((await failing()).slice(1)).toEqual([
      { flexOfferId: 'fo-1', fromInterval: FIRST + 3, reason: 'the device is in mode manual' },
    ]);
  });
});

describe('a schedule that was re-planned', () => {
  const update = {
    scheduleId: 'sc-2',
    updateOf: SCHEDULE_ID,
    flexOfferId: 'fo-1',
    deviceId: 'hp1',
    flexibilityId: 'hp',
    schedule: { start: FIRST, energiesWh: [300, 300, 300, 100] },
    reason: 're-planned',
  };

  it('MK-05 XE-03 comes as a DemandUpdate, and the one that it replaces comes no more', async () => {
    expect((await poll()).demandSchedules).toMatchObject([{ scheduleId: SCHEDULE_ID }]);
    await receive('schedules.updated', { updates: [update] });
    const { demandSchedules, demandUpdates } = await poll();
    expect(demandSchedules).toEqual([]);
    expect(demandUpdates).toEqual([
      {
        scheduleId: 'sc-2',
        updateOf: SCHEDULE_ID,
        reason: 're-planned',
        flexibilityId: 'hp',
        flexOfferId: 'fo-1',
        startTime: '2024-01-31T08:00:00Z',
        numSecondsPerInterval: 900,
        scheduleSlices: [-0.3, -0.3, -0.3, -0.1].map((energyAmount) => ({ duration: 1, energyAmount })),
      },
    ]);
  });

  it('MK-05 XE-08 is repeated until the device has confirmed it', async () => {
    expect((await poll()).demandUpdates).toHaveLength(1);
    expect((await poll({ receivedSchedules: ['sc-2'] })).demandUpdates).toEqual([]);
    expect((await poll()).demandUpdates).toEqual([]);
  });

  it('MK-05 is what the device is measured by from then on, while anything of it is to come', async () => {
    const before = (await failing()).length;
    await platform.moveTo(minutes(45) + 10_000);
    await poll(register(minutes(45), 102.5));
    expect(await failing()).toHaveLength(before);
    await receive('schedules.updated', {
      updates: [
        {
          ...update,
          scheduleId: 'sc-3',
          updateOf: 'sc-2',
          schedule: { start: FIRST, energiesWh: [300, 300, 300, 100, 500, 500] },
        },
      ],
    });
    await platform.moveTo(minutes(60) + 10_000);
    await poll(register(minutes(60), 102.6));
    expect(await failing()).toHaveLength(before);
    await platform.moveTo(minutes(75) + 10_000);
    await poll(register(minutes(75), 102.7));
    expect((await failing()).slice(before)).toEqual([]);
    await poll({ operationData: { mode: 'off', readings: [] } });
    expect((await failing()).slice(before)).toEqual([]);
  });
});
