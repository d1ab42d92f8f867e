import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestPlatform, type TestAnswer, type TestPlatform } from '#testing';
import { administrationService } from '../../administration/src/service.js';
import { foaService } from './service.js';

const START = '2024-01-31T08:00:00Z';
let platform: TestPlatform;
let token: string;

beforeAll(async () => {
  platform = await startTestPlatform([administrationService, foaService], { ATP_SIMULATED_TIME: START });
  await admin('participants', { id: 'h1', name: 'House', role: 'prosumer', gridNode: 'lu.north.f1.cp1' });
  token = (await admin('devices', { id: 'hp1', participantId: 'h1', kind: 'hems' })).json<{ token: string }>()
    .token;
});
afterAll(() => platform.close());

const send = (path: string, body: string, authorization: string): Promise<TestAnswer> =>
  platform.request(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${authorization}` },
    body,
  });
const admin = (path: string, body: object): Promise<TestAnswer> =>
  send(`/admin/v1/${path}`, JSON.stringify(body), platform.adminToken);
const poll = (body: object): Promise<TestAnswer> =>
  send('/xems/v1/communication', JSON.stringify(body), token);

const flexOffer = {
  startAfterTime: '2024-01-31T09:00:00Z',
  startBeforeTime: '2024-01-31T09:00:00Z',
  acceptanceBeforeTime: '2024-01-31T08:10:00Z',
  assignmentBeforeTime: '2024-01-31T08:30:00Z',
  flexOfferProfileConstraints: [
    { energyConstraintList: [{ lower: 0.1, upper: 0.9 }], minDuration: 1, maxDuration: 1 },
  ],
};
const request = {
  messageId: 'm1',
  sentAt: START,
  operationData: { mode: 'auto', readings: [{ at: '2024-01-31T07:59:30Z', powerKw: 2.1 }] },
  flexibilityData: [{ flexibilityId: 'hp-1', flexOffer }],
};

async function count(table: string): Promise<number> {
  const [row] = await platform.platform.database.query<{ n: number }>(
    `SELECT count(*)::int AS n FROM ${table}`,
  );
  return row?.n ?? -1;
}

describe('the poll', () => {
  it('XE-01 answers an empty poll, a GET', async () => {
    const answer = await platform.request('/xems/v1/communication', {
      headers: { authorization: `Bearer ${token}` },
    });
    expect(answer.json()).toMatchObject({
      acknowledgement: { result: 'Ack', errors: [] },
      administrationControl: { serverTime: '2024-01-31T08:00:00.000Z', controlEnabled: true },
      configParams: { pollIntervalSeconds: 10 },
      demandSchedules: [],
    });
  });

  it('XE-02 takes several kinds of packets in one request; FA-01 posts the offer', async () => {
    const answer = await poll(request);
    expect(answer.status).toBe(200);
    expect(answer.json()).toMatchObject({ acknowledgement: { messageId: 'm1', result: 'Ack' } });
    expect(await count(`messaging.message WHERE topic = 'flexoffers.offered'`)).toBe(1);
    expect(await count('foa.operation_reading')).toBe(1);
  });

  it('XE-08 changes nothing when a request is repeated, also many times at once', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => poll(request)));
    expect(answers.map((answer) => answer.status)).toEqual(answers.map(() => 200));
    expect(await count('foa.device_offer')).toBe(1);
    expect(await count(`messaging.message WHERE topic = 'flexoffers.offered'`)).toBe(1);
  });

  it('XE-08 refuses the same message id with another content', async () => {
    expect((await poll({ ...request, demandCancelation: [] })).status).toBe(409);
  });

  it('XE-03 answers a Nack that names each fault, and stores nothing of the request', async () => {
    const broken = { ...flexOffer, startBeforeTime: 'tomorrow' };
    const before = await count('foa.communication');
    const answer = await poll({
      ...request,
      messageId: 'm2',
      flexibilityData: [{ flexibilityId: 'x', flexOffer: broken }],
    });
    expect(answer.status).toBe(200);
    const { acknowledgement } = answer.json<{
      acknowledgement: { result: string; errors: { path: string }[] };
    }>();
    expect(acknowledgement.result).toBe('Nack');
    expect(acknowledgement.errors.map((error) => error.path)).toContain(
      'flexibilityData[0].flexOffer.startBeforeTime',
    );
    expect(await count('foa.communication')).toBe(before);
  });

  it.each([
    ['malformed JSON', '{"messageId":', ''],
    ['a missing field', JSON.stringify({ sentAt: START }), 'messageId'],
    ['a field too many', JSON.stringify({ ...request, surprise: 1 }), 'surprise'],
    ['a wrong type', JSON.stringify({ ...request, messageId: 7 }), 'messageId'],
    ['no instant', JSON.stringify({ ...request, sentAt: 'noon' }), 'sentAt'],
  ])('answers 400 to %s and names it', async (_, body, path) => {
    const answer = await send('/xems/v1/communication', body, token);
    expect(answer.status).toBe(400);
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
    expect(answer.json<{ errors: { path: string }[] }>().errors.map((error) => error.path)).toContain(path);
  });

  it('lets only devices poll', async () => {
    expect((await send('/xems/v1/communication', JSON.stringify(request), platform.adminToken)).status).toBe(
      403,
    );
    expect((await send('/xems/v1/communication', JSON.stringify(request), 'nobody')).status).toBe(401);
  });
});
