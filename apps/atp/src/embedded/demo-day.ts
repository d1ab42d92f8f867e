import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { demoStart } from '../../../demo/src/index.js';
import type { EmbeddedPlatform } from './embedded-platform.js';

const DEMO_PROGRAM = fileURLToPath(new URL('../../../demo/src/main.js', import.meta.url));

/**
 * How the platform is set up for the demo day. Each kind of work has its own minute:
 *
 * ```
 * :00 devices poll   :02 DOMS is polled   :04 the portfolio is published   :05 :10 :15 gates close
 * ```
 */
export function demoSettings(domsPort: number): NodeJS.ProcessEnv {
  return {
    ATP_SIMULATED_TIME: new Date(demoStart()).toISOString(),
    ATP_GATE_INTERVAL_SECONDS: '300',
    ATP_PUBLICATION_LEAD_SECONDS: '60',
    DOMS_URL: `http://127.0.0.1:${domsPort}`,
    ATP_DOMS_POLL_SECONDS: '900',
    ATP_DOMS_POLL_OFFSET_SECONDS: '120',
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
}

/** Plays the outside world of the demo day (devices, DOMS, meters) in a process of its own, over HTTP. */
export function startDemoDay(
  platform: EmbeddedPlatform,
  domsPort: number,
  { json = false, quarters, every }: DemoDayOptions = {},
): ChildProcess {
  const options = [
    ...(quarters === undefined ? [] : ['--quarters', quarters]),
    ...(every === undefined ? [] : ['--every', every]),
    ...['--platform', platform.url, '--doms-port', String(domsPort)],
    ...['--state', join(platform.data.path, 'demo')],
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
