import { freePort } from '#embedded-postgres';
import { QUIET, demoSettings, endOf, startDemoDay } from '../embedded/demo-day.js';
import { startEmbeddedPlatform } from '../embedded/embedded-platform.js';

export interface DemoOptions {
  readonly json?: boolean;
  readonly data?: string;
  readonly quarters?: string;
  readonly every?: string;
}

/** Where an interrupted replay goes on; removed when one is complete. */
const OWN_FOLDER = 'data/demo-replay';

/** What is left of a complete replay. */
const OWN_EVIDENCE = 'data/demo-evidence';

/** Replays the demo day through the whole chain and prints its summary. */
export async function demo(options: DemoOptions): Promise<void> {
  const domsPort = await freePort();
  const platform = await startEmbeddedPlatform({
    ...QUIET,
    ...demoSettings(domsPort),
    ATP_PORT: '0',
    ATP_DATA: options.data ?? OWN_FOLDER,
  });
  const day = startDemoDay(platform, domsPort, {
    ...options,
    ...(options.data === undefined ? { evidence: OWN_EVIDENCE } : {}),
  });
  const interrupt = (): void => void day.kill();
  process.once('SIGINT', interrupt);
  process.once('SIGTERM', interrupt);
  try {
    await endOf(day);
  } finally {
    await platform.close();
  }
  if (options.data === undefined) platform.data.remove();
}
