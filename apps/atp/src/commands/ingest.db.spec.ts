import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startTestPlatform, type TestPlatform } from '#testing';
import { ALL_SERVICES } from '../services.js';
import { ingestFiles } from './ingest.js';

let platform: TestPlatform;
const folder = mkdtempSync(join(tmpdir(), 'atp-ingest-'));

beforeAll(async () => {
  platform = await startTestPlatform(
    ALL_SERVICES.filter(({ name }) => name === 'administration' || name === 'settlement'),
    { ATP_SIMULATED_TIME: '2024-03-13T05:00:00Z' },
  );
});
afterAll(async () => {
  await platform.close();
  rmSync(folder, { recursive: true });
});

/** What is said of a file with this content. */
async function ingested(
  name: string,
  content: string,
  options: { indexes?: boolean; token?: string; url?: string } = {},
): Promise<{ isTaken: boolean; out: string[]; error: string[] }> {
  const file = join(folder, name);
  if (content !== '') writeFileSync(file, content);
  const [out, error]: [string[], string[]] = [[], []];
  const said = (list: string[]) => (line: string) => void list.push(line.replaceAll(`${folder}/`, ''));
  const settings = { url: platform.url, token: platform.adminToken, ...options };
  const isTaken = await ingestFiles([file], settings, { out: said(out), error: said(error) });
  return { isTaken, out, error };
}

const ROWS = `meterId,intervalStart,intervalSeconds,importWh,exportWh,source,quality
m,2024-03-12T00:00:00Z,900,5,0,dso,measured
m,2024-03-12T00:15:00Z,900,6,0,dso,measured
`;

it('ST-01 sends files from the command line and says what became of their rows', async () => {
  expect(await ingested('rows.csv', ROWS)).toEqual({
    isTaken: true,
    out: ['rows.csv: 2 stored, 0 unchanged, 0 corrected, 0 refused'],
    error: [`rows.csv: 3 lines, ${ROWS.length} of ${ROWS.length} bytes`],
  });
  const index = { meterId: 'i', at: '2024-03-12T00:00:00Z', register: '1.8.0', valueKwh: 7 };
  const indexes = await ingested('indexes.ndjson', `${JSON.stringify(index)}\n`, { indexes: true });
  expect(indexes.out).toEqual(['indexes.ndjson: 1 stored, 0 unchanged, 0 corrected, 0 refused']);
});

it('ST-01 fails where a row or a file is refused, and says why', async () => {
  const partly = await ingested('partly.csv', `${ROWS}m,2024-03-12T00:30:00Z,900,-1,0,dso,measured\n`);
  expect(partly).toMatchObject({
    isTaken: false,
    out: ['partly.csv: 0 stored, 2 unchanged, 0 corrected, 1 refused'],
  });
  expect(partly.error.slice(1)).toEqual([
    expect.stringMatching(/^partly.csv:4: importWh must be/),
    'partly.csv: 1 rows were refused',
  ]);
  for (const [name, content, options, reason] of [
    ['wrong.csv', 'a;b\n', {}, /400 .*meterId/],
    ['notes.txt', 'x', {}, /must end in/],
    ['absent.csv', '', {}, /ENOENT/],
    ['rows.csv', ROWS, { token: 'nobody' }, /401/],
    ['rows.csv', ROWS, { url: 'http://127.0.0.1:1' }, /ECONNREFUSED/],
  ] as const) {
    const { isTaken, error } = await ingested(name, content, options);
    expect(isTaken).toBe(false);
    expect(error.at(-1)).toMatch(reason);
  }
});
