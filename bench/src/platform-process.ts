import { randomBytes } from 'node:crypto';
import { chmodSync, closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { pause } from '#clock';
import { formatInstant, type Instant } from '#flexoffer';
import { ServerProcess } from './server-process.js';

const PROGRAM = fileURLToPath(new URL('../../apps/atp/src/main.js', import.meta.url));
const LOOK_AGAIN_MILLISECONDS = 50;
const LOG_TAIL = 4000;

/** Settings of the surroundings would change what is measured, and where it is stored. */
const FOREIGN_SETTING = /^(ATP_|DATABASE_URL$|REDIS_URL$|DOMS_URL$)/;

export interface PlatformProcess {
  readonly url: string;
  readonly adminToken: string;
  stop(): Promise<void>;
}

/**
 * Starts an empty embedded platform on files of its own, in simulated time, and waits until it is ready. Its files are
 * gone when it has stopped.
 */
export async function startPlatform(
  simulatedTime: Instant,
  settings: NodeJS.ProcessEnv,
): Promise<PlatformProcess> {
  const folder = mkdtempSync(join(tmpdir(), 'atp-bench-'));
  // PostgreSQL never runs as root: its own user must be able to reach its files.
  chmodSync(folder, 0o755);
  const adminToken = randomBytes(24).toString('base64url');
  const port = String(await freePort());
  const logFile = join(folder, 'platform.log');
  const log = openSync(logFile, 'w');
  const options = [
    '--port',
    port,
    '--data',
    join(folder, 'data'),
    '--simulated-time',
    formatInstant(simulatedTime),
  ];
  const environment = { ...ownEnvironment(), ...settings, ATP_ADMIN_TOKEN: adminToken };
  const server = new ServerProcess(PROGRAM, ['start', '--empty', ...options], environment, [
    'ignore',
    log,
    log,
  ]);
  closeSync(log);
  const url = `http://127.0.0.1:${port}`;
  const stop = async (): Promise<void> => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await untilReady(url, server);
  } catch (error) {
    const tail = readFileSync(logFile, 'utf8').slice(-LOG_TAIL);
    await stop();
    throw new Error(`the platform did not start:\n${tail}`, { cause: error });
  }
  return { url, adminToken, stop };
}

function ownEnvironment(): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !FOREIGN_SETTING.test(name)));
}

async function untilReady(url: string, server: ServerProcess): Promise<void> {
  while (!(await isReady(url))) {
    server.assertRunning();
    await pause(LOOK_AGAIN_MILLISECONDS);
  }
}

async function isReady(url: string): Promise<boolean> {
  try {
    return (await fetch(`${url}/health/ready`)).ok;
  } catch (error) {
    // What fetch throws while nobody listens yet.
    if (error instanceof TypeError) return false;
    throw error;
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      const port = address !== null && typeof address === 'object' ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
}
