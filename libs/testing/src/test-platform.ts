import 'reflect-metadata';
import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { readConfiguration } from '#configuration';
import type { Instant } from '#flexoffer';
import { runServices, type RunningServices, type ServiceDefinition } from '#service';

/** A platform for one test file: real services, real PostgreSQL with a database of its own, simulated time. */
export interface TestPlatform extends RunningServices {
  readonly adminToken: string;
  /** Sends a request with the administrator's token unless `init` has an authorization header. */
  request(path: string, init?: RequestInit): Promise<TestAnswer>;
  /** Moves market time and waits until all work due by then is done (needs the administration service). */
  moveTo(instant: Instant): Promise<void>;
}

export interface TestAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The body as JSON; fails where it is none. */
  json<T>(): T;
}

const ADMIN_TOKEN = 'administrator-of-a-test-platform';

/**
 * @param services the administration service must be among them for `request` to be let in
 * @param settings environment variables beside the defaults; `ATP_SIMULATED_TIME` is usual
 */
export async function startTestPlatform(
  services: readonly ServiceDefinition[],
  settings: NodeJS.ProcessEnv = {},
): Promise<TestPlatform> {
  const databaseUrl = await newDatabase();
  const configuration = readConfiguration({
    ATP_PORT: '0',
    ATP_LOG_LEVEL: 'warn',
    ATP_ADMIN_TOKEN: ADMIN_TOKEN,
    ...settings,
  });
  const running = await runServices(services, configuration, databaseUrl);
  const request = requester(running.url, ADMIN_TOKEN);
  const moveTo = async (instant: Instant): Promise<void> => {
    const body = JSON.stringify({ now: new Date(instant).toISOString() });
    const answer = await request('/admin/v1/clock', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    });
    if (answer.status !== 200) throw new Error(`the clock did not move: ${answer.text}`);
  };
  return { ...running, adminToken: ADMIN_TOKEN, request, moveTo };
}

/** A fetch that knows where the platform is and who asks. */
export function requester(url: string, token: string): TestPlatform['request'] {
  return async (path, init = {}) => {
    const headers = new Headers(init.headers);
    if (!headers.has('authorization')) headers.set('authorization', `Bearer ${token}`);
    const response = await fetch(`${url}${path}`, { ...init, headers });
    const text = await response.text();
    return { status: response.status, headers: response.headers, text, json: <T>() => JSON.parse(text) as T };
  };
}

/** An empty database on the test run's PostgreSQL. */
export async function newDatabase(): Promise<string> {
  const server = process.env['TEST_POSTGRES_URL'];
  if (server === undefined)
    throw new Error('TEST_POSTGRES_URL is not set; run the tests with `npm test` or `npm run jest -- FILE`');
  const name = `test_${randomBytes(8).toString('hex')}`;
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  await client.query(`CREATE DATABASE ${name}`);
  await client.end();
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
}
