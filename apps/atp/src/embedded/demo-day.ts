import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { demoStart } from '../../../demo/src/index.js';
import type { EmbeddedPlatform } from './embedded-platform.js';

const DEMO_PROGRAM = fileURLToPath(new URL('../../../demo/src/main.js', import.meta.url));

/**
 * How the platform is set up for the demo day. Each kind of work has its own moments:
 *
 * ```
 * :00:00 devices poll       :00:30 the portfolio is published     :01:00 a gate closes
 *                           :01:30 the portfolio is published
 *                           :01:40 DOMS is polled                 :02:00 a gate closes       ... and so on, each minute
 * ```
 * The environment may have gates close less often, after whole minutes, so that a day is replayed sooner.
 */
export function demoSettings(domsPort: number): NodeJS.ProcessEnv {
  return {
    ATP_SIMULATED_TIME: new Date(demoStart()).toISOString(),
    ATP_GATE_INTERVAL_SECONDS: process.env['ATP_GATE_INTERVAL_SECONDS'] ?? '60',
    ATP_PUBLICATION_LEAD_SECONDS: '30',
    DOMS_URL: `http://127.0.0.1:${domsPort}`,
    ATP_DOMS_POLL_SECONDS: '900',
    ATP_DOMS_POLL_OFFSET_SECONDS: '100',
  };
}

/** On a person's terminal only what needs attention is logged, unless the person asks for more. */
export const QUIET: NodeJS.ProcessEnv = { ATP_LOG_LEVEL: process.env['ATP_LOG_LEVEL'] ?? 'warn' };

export interface DemoDayOptions {
  readonly json?: boolean;
  /** Only the first so many quarter-hours of the day. */
  readonly quarters?: string;
  /** Only every n-th prosumer. */
  readonly every?: string;
  /** Where the evidence package of the day is written; absent: with the platform's files. */
  readonly evidence?: string;
}

/** Plays the outside world of the demo day (devices, DOMS, meters) in a process of its own, over HTTP. */
export function startDemoDay(
  platform: EmbeddedPlatform,
  domsPort: number,
  { json = false, quarters, every, evidence }: DemoDayOptions = {},
): ChildProcess {
  const options = [
    ...(quarters === undefined ? [] : ['--quarters', quarters]),
    ...(every === undefined ? [] : ['--every', every]),
    ...['--platform', platform.url, '--doms-port', String(domsPort)],
    ...['--state', join(platform.data.path, 'demo')],
    ...['--evidence', evidence ?? join(platform.data.path, 'evidence')],
    ...(json ? ['--json'] : []),
  ];
  return spawn(process.execPath, [DEMO_PROGRAM, ...options], {
    env: { ...process.env, ATP_ADMIN_TOKEN: platform.adminToken },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
}

/** Resolves when the demo day has been replayed. @throws when it ended otherwise */
export function endOf(demo: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    demo.once('error', reject);
    demo.once('exit', (code, signal) => {
      if (code === 0) resolve();
      else reject(new Error(`The demo day ended early (${signal ?? `exit code ${code}`}).`));
    });
  });
}
