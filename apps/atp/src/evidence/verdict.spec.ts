import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, describe, expect, it } from '@jest/globals';
import {
  forged,
  newKey,
  packageOf,
  packagedReport,
  smallFacts,
} from '../../../../libs/settlement/test/evidence-package.js';
import { verdictOn } from './verdict.js';

const folder = mkdtempSync(join(tmpdir(), 'flexoffer-atp-verify-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const { key, jwks } = newKey();
const bytes = await packageOf([packagedReport('rp-1', smallFacts())], key);

function fileOf(name: string, content: string | Buffer): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}
const good = fileOf('good.ndjson', bytes);
const keys = fileOf('keys.json', jwks);
const bad = fileOf(
  'bad.ndjson',
  forged(bytes, (records) =>
    records.map((record) => (record['type'] === 'balance' ? { ...record, amount: '9.000000' } : record)),
  ),
);

describe('npx atp verify', () => {
  it('ST-06 ends with 0 for a package that holds, and with 1 and the first line that does not follow', async () => {
    const run = promisify(execFile);
    const command = ['dist/apps/atp/src/main.js', 'verify', '--keys', keys];
    const passed = await run(process.execPath, [...command, good], {
      env: { ...process.env, NODE_OPTIONS: '' },
    });
    expect(passed.stdout).toMatch(/^VALID: [^]*run run-1: 1 reports in \d+ lines[^]*signed by key/);
    const failed = run(process.execPath, [...command, bad], { env: { ...process.env, NODE_OPTIONS: '' } });
    await expect(failed).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/NOT VALID[^]*line \d+, amount: [^]*reported +"9.000000"/),
    });
  });

  it.each([
    ['another file', () => [keys, keys], /line 1[^]*GET \/settlement\/v1\/runs/],
    ['an empty file', () => [fileOf('empty', ''), keys], /line 1: the package ends before its signature/],
    ['no file', () => [join(folder, 'none'), keys], /none cannot be read: ENOENT/],
    ['a folder', () => [folder, keys], /is not a file/],
    ['no keys', () => [good, good], /no usable public keys:[^]*GET \/settlement\/v1\/keys/],
    ['keys of somebody else', () => [good, fileOf('other.json', newKey().jwks)], /keyId: is signed by key/],
    ['half a file', () => [fileOf('half', bytes.subarray(0, 2000)), keys], /has no end of line/],
  ])('ST-06 says what is wrong with %s', async (_, files, message) => {
    const [file = '', keysFile = ''] = files();
    const { valid, text } = await verdictOn(file, keysFile);
    expect(valid).toBe(false);
    expect(text).toMatch(message);
  });
});
