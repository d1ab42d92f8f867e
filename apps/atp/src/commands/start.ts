import { freePort } from '#embedded-postgres';
import { stopOnSignal } from '#service';
import { banner } from '../embedded/banner.js';
import { QUIET, demoSettings, endOf, startDemoDay } from '../embedded/demo-day.js';
import { startEmbeddedPlatform } from '../embedded/embedded-platform.js';
import { issueTokens } from '../embedded/demo-tokens.js';

export interface StartOptions {
  readonly empty?: boolean;
  readonly port?: string;
  readonly data?: string;
  readonly simulatedTime?: string;
}

/** Starts the embedded platform, and the demo community unless it shall be empty; stays up until stopped. */
export async function start(options: StartOptions): Promise<void> {
  const domsPort = options.empty ? undefined : await freePort();
  const platform = await startEmbeddedPlatform({
    ...QUIET,
    ...(domsPort === undefined ? {} : demoSettings(domsPort)),
    ...(options.port === undefined ? {} : { ATP_PORT: options.port }),
    ...(options.data === undefined ? {} : { ATP_DATA: options.data }),
    ...(options.simulatedTime === undefined ? {} : { ATP_SIMULATED_TIME: options.simulatedTime }),
  });
  process.stdout.write(banner(platform, domsPort !== undefined));
  const demo = domsPort === undefined ? undefined : startDemoDay(platform, domsPort);
  stopOnSignal(async () => {
    demo?.kill();
    await platform.close();
  });
  if (!demo) return;
  await endOf(demo);
  process.stdout.write(await issueTokens(platform));
}
