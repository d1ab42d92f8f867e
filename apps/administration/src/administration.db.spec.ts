import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestPlatform, type TestPlatform } from '#testing';
import { administrationService } from './service.js';

const START = '2024-03-12T00:00:00Z';
let platform: TestPlatform;

beforeAll(async () => {
  platform = await startTestPlatform([administrationService], { ATP_SIMULATED_TIME: START });
});
afterAll(() => platform.close());

const post = (path: string, body: unknown): ReturnType<TestPlatform['request']> =>
  platform.request(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });

describe('the administration', () => {
  const meter = { id: 'house-1', name: 'House 1', role: 'prosumer', gridNode: 'lu.north.f1.cp1' };

  it('SE-01 gives a token once, and keeps only its hash', async () => {
    const first = await post('/admin/v1/participants', meter);
    expect(first.status).toBe(201);
    const { token } = first.json<{ token: string }>();
    const stored = await platform.platform.database.query<{ hash: string }>(
      'SELECT hash FROM directory.token',
    );
    expect(stored.map((row) => row.hash)).not.toContain(token);
    const again = await post('/admin/v1/participants', meter);
    expect([again.status, again.json()]).toEqual([200, { id: 'house-1' }]);
  });

  it('registers once, and gives one token, when the same request comes many times at once', async () => {
    const body = { ...meter, id: 'house-9' };
    const answers = await Promise.all(Array.from({ length: 30 }, () => post('/admin/v1/participants', body)));
    const statuses = answers.map((answer) => answer.status);
    expect(statuses.filter((status) => status === 201)).toHaveLength(1);
    expect(statuses.filter((status) => status === 200)).toHaveLength(29);
  });

  it('refuses the same id with another content', async () => {
    const answer = await post('/admin/v1/participants', { ...meter, name: 'House 2' });
    expect(answer.status).toBe(409);
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
  });

  it('SE-05 makes a revoked token worthless at once', async () => {
    const { id, token } = (await post('/admin/v1/tokens', { participantId: 'administrator' })).json<{
      id: string;
      token: string;
    }>();
    const headers = { authorization: `Bearer ${token}` };
    expect((await platform.request('/admin/v1/participants', { headers })).status).toBe(200);
    expect((await post(`/admin/v1/tokens/${id}/revoke`, {})).status).toBe(200);
    expect((await platform.request('/admin/v1/participants', { headers })).status).toBe(401);
  });

  it('names every wrong field of a device', async () => {
    const answer = await post('/admin/v1/devices', { id: 'd 1', kind: 'toaster', surprise: 1 });
    expect(answer.status).toBe(400);
    const paths = answer.json<{ errors: { path: string }[] }>().errors.map((error) => error.path);
    expect(paths).toEqual(expect.arrayContaining(['id', 'participantId', 'kind', 'surprise']));
  });

  it('moves simulated time forward, never back', async () => {
    await platform.moveTo(Date.parse('2024-03-12T00:15:00Z'));
    expect((await platform.request('/admin/v1/clock')).json()).toEqual({ now: '2024-03-12T00:15:00.000Z' });
    expect((await post('/admin/v1/clock', { now: START })).status).toBe(409);
  });

  it('records every change with its author', async () => {
    const entries = (await platform.request('/admin/v1/audit-log')).json<
      { action: string; actor: string }[]
    >();
    expect(entries[0]).toMatchObject({ action: 'participant registered', actor: 'administrator' });
  });

  it('says that it is ready, and measures itself', async () => {
    expect((await platform.request('/health/ready')).status).toBe(200);
    expect((await platform.request('/metrics')).text).toContain('atp_http_request_seconds');
    expect((await platform.request('/admin/v1/openapi.json')).json()).toHaveProperty('paths./admin/v1/clock');
  });
});
