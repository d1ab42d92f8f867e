import { resultOf, type Benchmark, type BenchmarkResult } from '../benchmark.js';
import { HttpClient } from '../http-client.js';
import { startPlatform } from '../platform-process.js';
import { BareReference } from './bare-reference.js';
import { registerCommunity } from './community.js';
import { CONNECTIONS } from './connections.js';
import { FIRST_ROUND, MARKET_SETTINGS, roundOf } from './round.js';
import { runRound, type RoundTimes } from './run-round.js';

const MOST_DEVICES = 1000;
const WARM_UPS = 1;
const RUNS = 3;

/** The whole trade over HTTP, against the embedded platform in a process of its own. */
export const trade: Benchmark = {
  summary: 'offers per second from poll to acceptance, seconds from gate to last schedule',
  sizes: [100, 1000, 10_000],
  run: async (size, progress) => {
    const platform = await startPlatform(FIRST_ROUND, MARKET_SETTINGS);
    try {
      const client = new HttpClient(platform.url, CONNECTIONS);
      const bare = await BareReference.start();
      try {
        return resultsOf(size, await runRounds(client, bare, platform.adminToken, size, progress));
      } finally {
        await bare.stop();
        await client.close();
      }
    } finally {
      await platform.stop();
    }
  },
};

async function runRounds(
  platform: HttpClient,
  bare: BareReference,
  admin: string,
  size: number,
  progress: (line: string) => void,
): Promise<RoundTimes[]> {
  const devices = Math.min(size, MOST_DEVICES);
  progress(`registering ${devices} devices`);
  const community = await registerCommunity(platform, admin, devices);
  const times: RoundTimes[] = [];
  for (let number = 0; number < WARM_UPS + RUNS; number += 1) {
    const time = await runRound(platform, bare, community, roundOf(number), size);
    progress(
      `${number < WARM_UPS ? 'warm-up' : 'run'}: ${seconds(time.acceptance)} to accept, ${seconds(time.delivery)} to deliver`,
    );
    if (number >= WARM_UPS) times.push(time);
  }
  return times;
}

function resultsOf(size: number, times: readonly RoundTimes[]): BenchmarkResult[] {
  const perSecond = (choose: (time: RoundTimes) => number): number[] =>
    times.map((time) => size / choose(time));
  return [
    resultOf(
      { name: 'accept', size, unit: 'offers/s' },
      perSecond(({ acceptance }) => acceptance),
      { name: 'bare POSTs of the same bodies', values: perSecond(({ barePosts }) => barePosts) },
    ),
    resultOf(
      { name: 'deliver', size, unit: 's' },
      times.map(({ delivery }) => delivery),
      { name: 'one bare GET per device', values: times.map(({ bareGets }) => bareGets) },
    ),
  ];
}

const seconds = (value: number): string => `${value.toFixed(3)} s`;
