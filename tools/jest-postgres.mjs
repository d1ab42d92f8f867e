// Jest's globalSetup: one PostgreSQL for all test files of a run.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { tmpdir } from 'node:os';
import { startEmbeddedPostgres } from '../dist/libs/embedded-postgres/src/index.js';

export default async function start() {
  const directory = mkdtempSync(join(tmpdir(), 'flexoffer-atp-test-'));
  chmodSync(directory, 0o755);
  const server = await startEmbeddedPostgres(directory);
  process.env.TEST_POSTGRES_URL = server.databaseUrl;
  globalThis.stopTestPostgres = async () => {
    await server.stop();
    rmSync(directory, { recursive: true, force: true });
  };
}
