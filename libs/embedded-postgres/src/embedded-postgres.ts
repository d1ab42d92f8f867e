import { spawn, type ChildProcess } from 'node:child_process';
import pg from 'pg';
import { pause } from '#clock';
import { findBinaries } from './binaries.js';
import { prepareCluster } from './cluster-files.js';
import { freePort } from './free-port.js';
import { stopOrphan } from './orphan.js';
import { postgresOwner } from './owner.js';
import { systemErrorCode } from './system-error.js';

export interface EmbeddedPostgres {
  readonly databaseUrl: string;
  /** Ends it after its clients; resolves when it is gone. */
  stop(): Promise<void>;
}

const SETTINGS = [
  'listen_addresses=127.0.0.1',
  'unix_socket_directories=',
  'max_connections=200',
  'shared_buffers=256MB',
  'max_wal_size=2GB',
  'log_min_messages=fatal',
  // Our statements are short: compiling one takes longer than any of them.
  'jit=off',
];

/** Starts a real PostgreSQL whose files live under `directory`; an existing cluster is used again. */
export async function startEmbeddedPostgres(directory: string): Promise<EmbeddedPostgres> {
  const owner = postgresOwner();
  const binaries = findBinaries(owner);
  const { data, password } = prepareCluster(directory, binaries, owner);
  await stopOrphan(data);
  const port = await freePort();
  const settings = [...SETTINGS, `port=${port}`].flatMap((setting) => ['-c', setting]);
  // Its own process group: Ctrl-C reaches the platform alone, which then ends PostgreSQL in order.
  const server = spawn(binaries.postgres, ['-D', data, ...settings], {
    ...owner,
    cwd: data,
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const databaseUrl = `postgresql://atp:${password}@127.0.0.1:${port}/postgres`;
  await untilReady(server, databaseUrl);
  return { databaseUrl, stop: () => stop(server) };
}

async function untilReady(server: ChildProcess, databaseUrl: string): Promise<void> {
  let said = '';
  server.stderr?.on('data', (chunk: Buffer) => (said = (said + chunk.toString()).slice(-2000)));
  for (let waited = 0; ; waited += 30) {
    if (server.exitCode !== null) throw new Error(`PostgreSQL ended at once: ${said}`);
    const failure = await tryConnect(databaseUrl);
    if (failure === undefined) return;
    if (waited > 60_000) throw new Error(`PostgreSQL does not answer: ${failure}`);
    await pause(30);
  }
}

/** Undefined once it answers; otherwise the code of the refusal (`ECONNREFUSED`, or «starting up», 57P03). */
async function tryConnect(databaseUrl: string): Promise<string | undefined> {
  const client = new pg.Client({ connectionString: databaseUrl });
  try {
    await client.connect();
    await client.end();
    return undefined;
  } catch (error) {
    const code = systemErrorCode(error);
    if (code === undefined) throw error;
    return code;
  }
}

/** Smart enough: rolls open transactions back, loses nothing that was committed. */
function stop(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    server.once('exit', () => resolve());
    server.kill('SIGINT');
  });
}
