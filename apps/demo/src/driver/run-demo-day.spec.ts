import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { FIRST_POLL, LAST_POLL } from '../calendar/demo-day.js';
import { readCommunity, type Community } from '../community/community.js';
import { Doms } from '../doms/doms.js';
import { runDemoDay } from './run-demo-day.js';
import { StandInPlatform } from './stand-in-platform.js';
import type { Summary } from './summary.js';

const whole = readCommunity();
const few: Community = { ...whole, sites: whole.sites.slice(0, 3), chargers: whole.chargers.slice(0, 5) };
const DEVICES = 8;
const POLLS = LAST_POLL - FIRST_POLL + 1;

describe('a demo day', () => {
  let directory: string;
  let platform: StandInPlatform;
  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'demo-'));
    platform = new StandInPlatform();
  });
  afterEach(() => {
    platform.stop();
    rmSync(directory, { recursive: true });
  });

  /** A platform without a history, and nothing remembered. */
  function fresh(): StandInPlatform {
    rmSync(directory, { recursive: true });
    return new StandInPlatform();
  }

  /** As after a crash: only the platform's storage and the state directory remain. */
  async function start(): Promise<Summary> {
    const doms = new Doms(few, directory);
    const baseUrl = await platform.start();
    try {
      return await runDemoDay({
        baseUrl,
        adminToken: 'admin',
        stateDirectory: directory,
        community: few,
        doms,
        onProgress: () => undefined,
        evidenceDirectory: join(directory, 'evidence'),
        // The stand-in proves nothing; what it answers must be what the verifier gets.
        verifier: (...files) =>
          Promise.resolve({ valid: false, text: files.map((file) => readFileSync(file, 'utf8')).join() }),
        elapsedSeconds: () => 0,
      });
    } finally {
      platform.stop();
    }
  }

  it('XE-01 polls every device once a quarter-hour and confirms every schedule', async () => {
    const summary = await start();
    expect([...platform.polls.values()]).toEqual(Array.from({ length: DEVICES }, () => POLLS));
    expect(summary.offers).toBeGreaterThan(20);
    expect(summary.trades.offersTraded).toBe(summary.offers);
    expect(platform.unconfirmed).toBe(0);
    expect(summary.evidence.text).toBe('[],[]');
  });

  it('XE-08 that is stopped in the middle of its polls goes on with the same result', async () => {
    const undisturbed = await start();
    const { readings } = platform;
    for (const polls of [DEVICES * 7 + 5, DEVICES * 60 + 1, DEVICES * 100]) {
      platform = fresh();
      platform.pollsToLive = polls;
      await expect(start()).rejects.toThrow();
      platform.pollsToLive = Infinity;
      expect(await start()).toEqual(undisturbed);
      expect(platform.readings).toEqual(readings);
      expect(platform.unconfirmed).toBe(0);
    }
  });
});
