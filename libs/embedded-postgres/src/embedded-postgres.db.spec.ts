import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { startEmbeddedPostgres } from './embedded-postgres.js';

let directory: string;

beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), 'flexoffer-atp-embedded-'));
  chmodSync(directory, 0o755);
});
afterAll(() => rmSync(directory, { recursive: true, force: true }));

async function query(databaseUrl: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

describe('the embedded PostgreSQL', () => {
  it('starts again after an interrupted first start, and keeps its data', async () => {
    const unfinished = join(directory, 'postgres', 'cluster.new');
    mkdirSync(unfinished, { recursive: true });
    writeFileSync(join(unfinished, 'half'), 'done');
    const first = await startEmbeddedPostgres(directory);
    await query(first.databaseUrl, 'CREATE TABLE kept (value int); INSERT INTO kept VALUES (7)');
    await first.stop();
    const second = await startEmbeddedPostgres(directory);
    expect(await query(second.databaseUrl, 'SELECT value FROM kept')).toEqual([{ value: 7 }]);
    await second.stop();
  }, 30_000);

  it('ends the server that a killed platform left behind', async () => {
    const left = await startEmbeddedPostgres(directory);
    const next = await startEmbeddedPostgres(directory);
    await expect(query(left.databaseUrl, 'SELECT 1')).rejects.toThrow();
    expect(await query(next.databaseUrl, 'SELECT value FROM kept')).toEqual([{ value: 7 }]);
    await next.stop();
  }, 30_000);

  it('asks for the password', async () => {
    const server = await startEmbeddedPostgres(directory);
    const url = new URL(server.databaseUrl);
    url.password = 'guess';
    await expect(query(url.href, 'SELECT 1')).rejects.toThrow(/password authentication failed/);
    await server.stop();
  }, 30_000);
});
