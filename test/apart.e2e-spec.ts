import { spawn, spawnSync } from 'node:child_process';
import { describe, it } from '@jest/globals';
import { freePort } from '#embedded-postgres';
import { newDatabase, requester } from '#testing';
import { end, startProgram } from './support/child-process.js';
import { startGateway } from './support/gateway.js';
import { describeOneTrade } from './support/one-trade.js';
import { SETTINGS, type PlatformUnderTest } from './support/platform-under-test.js';

const ADMIN_TOKEN = 'administrator-of-services-apart';

/** Each service, and what its paths begin with. */
const SERVICES: readonly (readonly [string, ...string[]])[] = [
  ['administration', '/admin/', '/health/', '/metrics'],
  ['foa', '/xems/'],
  ['fman', '/fman/'],
  ['fmar', '/market/'],
  ['doms-adapter', '/doms/'],
  ['settlement', '/settlement/', '/metering/'],
];

async function startApart(): Promise<PlatformUnderTest> {
  const redis = await startRedis();
  const environment = {
    ...SETTINGS,
    DATABASE_URL: await newDatabase(),
    REDIS_URL: redis.url,
    ATP_ADMIN_TOKEN: ADMIN_TOKEN,
    ATP_PORT: '0',
    ATP_LOG_LEVEL: 'warn',
  };
  const services = await Promise.all(
    SERVICES.map(async ([name, ...paths]) => {
      const program = `dist/apps/${name}/src/main.js`;
      const { child, match } = await startProgram(
        program,
        [],
        environment,
        /listens on http:\/\/[^\s]*:(\d+)/,
      );
      return { child, paths, port: Number(match[1]) };
    }),
  );
  const gateway = await startGateway((path) => {
    const service = services.find(({ paths }) => paths.some((start) => path.startsWith(start)));
    return service?.port ?? services[0]?.port ?? 0;
  });
  return {
    request: requester(gateway.url, ADMIN_TOKEN),
    close: async () => {
      gateway.server.closeAllConnections();
      gateway.server.close();
      await Promise.all(services.map(({ child }) => end(child)));
      await redis.stop();
    },
  };
}

/** The Redis of Debian's package `redis-server`, without persistence, on a free port. */
async function startRedis(): Promise<{ url: string; stop(): Promise<void> }> {
  const port = await freePort();
  const child = spawn(
    'redis-server',
    ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  await new Promise<void>((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`redis-server ended (${code ?? 'killed'})`)));
    child.stdout.on('data', (chunk: Buffer) => {
      if (chunk.toString().includes('Ready to accept connections')) resolve();
    });
  });
  return { url: `redis://127.0.0.1:${port}`, stop: () => end(child) };
}

const installed = spawnSync('redis-server', ['--version']).status === 0;

if (installed) describeOneTrade('one trade through services that run apart, with Redis', startApart);
else
  describe('one trade through services that run apart, with Redis', () => {
    it.todo('NOT RUN: there is no redis-server here; install it (Debian: apt-get install redis-server)');
  });
