import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';

interface Summary {
  readonly trades: { readonly count: number };
  readonly money: Readonly<Record<string, string>>;
  readonly digest: string;
  readonly evidence: { readonly valid: boolean; readonly text: string };
}

/** Enough for aggregates and chargers to be traded, delivered and settled. */
const QUARTERS = '16';
/** A quarter of the community and a gate each quarter-hour: the test is about interruptions, not about size. */
const EVERY = '4';
const GATE_INTERVAL_SECONDS = '900';
const directories: string[] = [];

function newDirectory(): string {
  const directory = mkdtempSync(join(tmpdir(), 'flexoffer-atp-replay-'));
  chmodSync(directory, 0o755);
  directories.push(directory);
  return directory;
}
afterAll(() => directories.forEach((directory) => rmSync(directory, { recursive: true, force: true })));

/**
 * Replays the first part of the demo day in processes of its own.
 *
 * @param killAt kills the platform without warning when its progress shows this; undefined: lets it end
 */
function replay(directory: string, killAt?: RegExp): Promise<Summary | 'killed'> {
  const options = ['demo', '--json', '--quarters', QUARTERS, '--every', EVERY, '--data', directory];
  const child = spawn(process.execPath, ['dist/apps/atp/src/main.js', ...options], {
    env: { ...process.env, NODE_OPTIONS: '', ATP_GATE_INTERVAL_SECONDS: GATE_INTERVAL_SECONDS },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  return new Promise((resolve, reject) => {
    let output = '';
    let progress = '';
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => {
      progress += chunk.toString();
      if (killAt?.test(progress)) child.kill('SIGKILL');
    });
    child.once('exit', (code, signal) => {
      if (signal === 'SIGKILL') resolve('killed');
      else if (code === 0) resolve(JSON.parse(output.trim().split('\n').at(-1) ?? '') as Summary);
      else reject(new Error(`the replay ended with ${code ?? signal ?? ''}: ${progress.slice(-4000)}`));
    });
  });
}

/** Kills the platform at three moments, and lets it go on each time. */
async function disturbedReplay(): Promise<Summary | 'killed'> {
  const directory = newDirectory();
  for (const moment of [/meter data of the days before/, /\n23:30 \|/, /settling the day/])
    expect(await replay(directory, moment)).toBe('killed');
  return replay(directory);
}

describe('the demo day', () => {
  it('ends with the same digest after the platform was killed at three moments', async () => {
    const [undisturbed, disturbed] = await Promise.all([replay(newDirectory()), disturbedReplay()]);
    if (undisturbed === 'killed') throw new Error('nobody should have killed it');
    expect(undisturbed.trades.count).toBeGreaterThan(0);
    expect(undisturbed.evidence).toMatchObject({ valid: true, text: expect.stringContaining('VALID') });
    expect(disturbed).toMatchObject({
      evidence: { valid: true },
      digest: undisturbed.digest,
      money: undisturbed.money,
    });
  }, 180_000);
});
