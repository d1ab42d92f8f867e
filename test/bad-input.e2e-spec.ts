import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestPlatform, type TestAnswer, type TestPlatform } from '#testing';
import { ALL_SERVICES } from '../apps/atp/src/services.js';
import { SETTINGS } from './support/platform-under-test.js';

interface Operation {
  readonly method: string;
  readonly path: string;
  /** Whether its document says that it wants no token. */
  readonly isPublic: boolean;
}

/** The endpoints that take a body, and the roles that each kind of token below must not have there. */
const BODY_LIMIT_BYTES = 1 << 20;
/** Operations whose every id is new: they create, so an unknown id is no fault. */
const UPSERTS = ['/admin/v1/grid-nodes/{id}', '/settlement/v1/contracts/{id}'];

let platform: TestPlatform;
let deviceToken: string;
let prosumerToken: string;

async function operations(): Promise<readonly Operation[]> {
  const found: Operation[] = [];
  for (const { path } of ALL_SERVICES) {
    const answer = await platform.request(`/${path}/v1/openapi.json`);
    const { paths } = answer.json<{ paths: Record<string, Record<string, { security?: unknown[] }>> }>();
    for (const [route, methods] of Object.entries(paths))
      for (const [method, { security }] of Object.entries(methods))
        found.push({ method: method.toUpperCase(), path: route, isPublic: security?.length === 0 });
  }
  return found;
}

/** How many rows every table of every service has. */
async function stored(): Promise<Readonly<Record<string, number>>> {
  const { database } = platform.platform;
  const tables = await database.query<{ name: string }>(
    `SELECT table_schema || '.' || table_name AS name FROM information_schema.tables
     WHERE table_schema NOT IN ('pg_catalog', 'information_schema', 'bullmq') ORDER BY 1`,
  );
  const counts: Record<string, number> = {};
  for (const { name } of tables) {
    const [row] = await database.query<{ n: number }>(`SELECT count(*)::int AS n FROM ${name}`);
    counts[name] = row?.n ?? -1;
  }
  return counts;
}

function send(
  { method, path }: Operation,
  token: string | undefined,
  body?: string,
  contentType = 'application/json',
): Promise<TestAnswer> {
  const headers: Record<string, string> = { authorization: token === undefined ? 'none' : `Bearer ${token}` };
  if (body !== undefined) headers['content-type'] = contentType;
  const concrete = path.replaceAll(/\{[^}]+\}/g, 'unknown');
  return platform.request(concrete, { method, headers, ...(body === undefined ? {} : { body }) });
}

async function register(path: string, body: object): Promise<string> {
  const answer = await platform.request(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return answer.json<{ token: string }>().token;
}

beforeAll(async () => {
  platform = await startTestPlatform(ALL_SERVICES, {
    ...SETTINGS,
    ATP_BODY_LIMIT_BYTES: String(BODY_LIMIT_BYTES),
  });
  prosumerToken = await register('/admin/v1/participants', {
    id: 'p1',
    name: 'P',
    role: 'prosumer',
    gridNode: 'lu.a.b',
  });
  deviceToken = await register('/admin/v1/devices', { id: 'd1', participantId: 'p1', kind: 'hems' });
}, 60_000);
afterAll(() => platform.close());

/** Every operation answers as `expected` says, as problem details without a stack trace, and stores nothing. */
async function refusesEverywhere(
  chosen: (operation: Operation) => boolean,
  ask: (operation: Operation) => Promise<TestAnswer>,
  expected: readonly number[],
): Promise<void> {
  const before = await stored();
  const wrong: string[] = [];
  const asked = (await operations()).filter(chosen);
  for (const operation of asked) {
    const answer = await ask(operation);
    const isProblem = answer.headers.get('content-type')?.includes('application/problem+json') === true;
    const leaks = /\bat .*:\d+:\d+|node_modules/.test(answer.text);
    if (!expected.includes(answer.status) || !isProblem || leaks)
      wrong.push(`${operation.method} ${operation.path}: ${answer.status} ${answer.text.slice(0, 200)}`);
  }
  expect(wrong).toEqual([]);
  expect(asked.length).toBeGreaterThan(0);
  expect(await stored()).toEqual(before);
}

const wantsToken = ({ isPublic }: Operation): boolean => !isPublic;
const takesBody = ({ method, path }: Operation): boolean =>
  ['POST', 'PUT'].includes(method) && !path.endsWith('/revoke');
/** Read row by row, so that no body is too long. */
const isStreamed = ({ path }: Operation): boolean => path.startsWith('/metering/');
const forDevices = ({ path }: Operation): boolean => path.startsWith('/xems/');
const tokenFor = (operation: Operation): string =>
  forDevices(operation) ? deviceToken : platform.adminToken;

describe('bad input, at every endpoint that the OpenAPI documents name', () => {
  it('SE-01 is open to all only where public keys are given', async () => {
    const open = (await operations()).filter(({ isPublic }) => isPublic);
    expect(open.map(({ method, path }) => `${method} ${path}`)).toEqual(['GET /settlement/v1/keys']);
  });

  it('SE-01 lets nobody in without a token', () =>
    refusesEverywhere(wantsToken, (o) => send(o, undefined), [401]));

  it('SE-01 lets nobody in with an unknown token', () =>
    refusesEverywhere(wantsToken, (o) => send(o, 'x'.repeat(43)), [401]));

  it('SE-01 keeps devices and people apart', () =>
    refusesEverywhere(wantsToken, (o) => send(o, forDevices(o) ? platform.adminToken : deviceToken), [403]));

  it('SE-01 keeps prosumers out of the administration', () =>
    refusesEverywhere(
      ({ path }) => path.startsWith('/admin/'),
      (o) => send(o, prosumerToken),
      [403],
    ));

  it('refuses malformed JSON', () =>
    refusesEverywhere(takesBody, (o) => send(o, tokenFor(o), '{"a":'), [400]));

  it('refuses a body of the wrong type', () =>
    refusesEverywhere(takesBody, (o) => send(o, tokenFor(o), '"text"'), [400, 404]));

  it('refuses missing and unknown fields by name', () =>
    refusesEverywhere(takesBody, (o) => send(o, tokenFor(o), '{"surprise":1}'), [400, 404]));

  it('refuses deeply nested and prototype-polluting bodies', () =>
    refusesEverywhere(
      takesBody,
      (o) => send(o, tokenFor(o), `{"__proto__":{"admin":true},"a":${'['.repeat(2000)}${']'.repeat(2000)}}`),
      [400, 404],
    ));

  it('refuses a body over the limit', () =>
    refusesEverywhere(
      (o) => takesBody(o) && !isStreamed(o),
      (o) => send(o, tokenFor(o), `{"a":"${'x'.repeat(BODY_LIMIT_BYTES)}"}`),
      [413],
    ));

  it('refuses content types that it does not read', () =>
    refusesEverywhere(
      takesBody,
      (o) => send(o, tokenFor(o), 'a=1', 'application/x-www-form-urlencoded'),
      [415],
    ));

  it('answers 404 to unknown ids', () =>
    refusesEverywhere(
      ({ method, path }) =>
        path.includes('{') && ['GET', 'DELETE'].includes(method) && !UPSERTS.includes(path),
      (o) => send(o, tokenFor(o)),
      [404],
    ));

  it('refuses ids that no database can hold', async () => {
    const answer = await platform.request('/fman/v1/flexoffers/%00');
    expect([400, 404]).toContain(answer.status);
  });

  it('takes one of many identical requests that come at once, and answers all', async () => {
    const token = await register('/admin/v1/participants', { id: 'dso', name: 'DSO', role: 'dso' });
    await platform.request('/admin/v1/grid-nodes/lu', {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: '{"kind":"zone"}',
    });
    const request = {
      requestId: 'r1',
      startTime: '2024-01-31T10:00:00Z',
      intervalLength: 900,
      scheduleChange: [1],
      energyPrice: [0.2],
      gridNode: 'lu',
    };
    const post: Operation = { method: 'POST', path: '/doms/v1/flexibility-requests', isPublic: false };
    const answers = await Promise.all(
      Array.from({ length: 40 }, () => send(post, token, JSON.stringify(request))),
    );
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(39);
  });

  it('refuses bad paging and bad time ranges, wherever they are understood', async () => {
    for (const path of [
      '/fman/v1/flexoffers?limit=0',
      '/market/v1/trades?from=noon',
      '/market/v1/gates?limit=x',
    ]) {
      const answer = await platform.request(path);
      expect([path, answer.status]).toEqual([path, 400]);
    }
  });
});
