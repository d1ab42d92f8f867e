import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startTestPlatform, type TestPlatform } from '#testing';
import { administrationService } from '../../../../administration/src/service.js';
import { settlementService } from '../../service.js';
import { MeterDataFolder } from './meter-data-folder.js';

let platform: TestPlatform;
let folder: MeterDataFolder;
const path = mkdtempSync(join(tmpdir(), 'atp-meter-data-'));

beforeAll(async () => {
  platform = await startTestPlatform([administrationService, settlementService], {
    ATP_SIMULATED_TIME: '2024-03-13T05:00:00Z',
    ATP_METER_DATA_FOLDER: path,
  });
  folder = platform.app.get(MeterDataFolder);
});
afterAll(async () => {
  await platform.close();
  rmSync(path, { recursive: true });
});

const HEADER = 'meterId,intervalStart,intervalSeconds,importWh,exportWh,source,quality';
const CSV = `${HEADER}\nfolder,2024-03-12T00:00:00Z,900,5,0,dso,measured\nfolder,2031-01-01T00:00:00Z,900,5,0,dso,measured\n`;
const result = (name: string): unknown => JSON.parse(readFileSync(join(path, `${name}.result.json`), 'utf8'));

/** A file is taken at the second look that finds it as it was. */
async function taken(): Promise<void> {
  await folder.look();
  await folder.look();
}

it('ST-01 takes files of a folder once each, and says beside each what became of it', async () => {
  const index = { meterId: 'folder', at: '2024-03-12T00:00:00Z', register: '2.8.0', valueKwh: 1 };
  writeFileSync(join(path, 'rows.csv'), CSV);
  writeFileSync(join(path, 'indexes.json'), JSON.stringify([index]));
  writeFileSync(join(path, 'wrong.csv'), 'a;b\n1;2\n');
  writeFileSync(join(path, 'document.xml'), '<a/>');
  writeFileSync(join(path, 'notes.txt'), 'x');
  await taken();
  expect(readdirSync(path).sort()).toEqual(['done', 'refused']);
  expect(readFileSync(join(path, 'done', 'rows.csv'), 'utf8')).toBe(CSV);
  expect(result('done/rows.csv')).toMatchObject({
    ...{ stored: 1, unchanged: 0, refusedCount: 1 },
    refused: [{ line: 3, reason: expect.stringContaining('future') }],
  });
  expect(result('done/indexes.json')).toMatchObject({ stored: 1 });
  expect(result('refused/wrong.csv')).toEqual({ reason: expect.stringContaining('meterId') });
  expect(result('refused/document.xml')).toMatchObject({ refusedCount: 1 });
  expect(result('refused/notes.txt')).toEqual({ reason: expect.stringContaining('must end in') });
});

it('ST-01 takes a file again that was stored but not moved, and stores nothing twice', async () => {
  writeFileSync(join(path, 'rows.csv'), CSV);
  await taken();
  expect(result('done/rows-2.csv')).toMatchObject({ stored: 0, unchanged: 1, refusedCount: 1 });
  const [row] = await platform.platform.database.query<{ blocks: number }>(
    `SELECT count(*)::integer AS blocks FROM settlement.reading_block WHERE meter_id = 'folder'`,
  );
  expect(row?.blocks).toBe(1);
});
