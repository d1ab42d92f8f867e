import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { elapsedSeconds, pause } from '#clock';
import { startEmbeddedPostgres } from '#embedded-postgres';
import { WrongResult, resultOf, type Benchmark, type BenchmarkResult } from '../benchmark.js';
import { HttpClient } from '../http-client.js';
import { startPlatform, type PlatformProcess } from '../platform-process.js';
import {
  EVENT_QUARTERS_OF_MONTH,
  FROM,
  QUARTERS,
  RUN_AT,
  TO,
  ZONE,
  meterOf,
  participantOf,
} from './community.js';
import { loadCommunity } from './load-community.js';
import { loadReadings } from './load-readings.js';
import { ninetyNinth, watchDuring, type Query } from './queries.js';

/** What 10,000 homes may take. */
const AIM = { homes: 10_000, seconds: 300, megabytes: 1024, milliseconds: 100 };
const LOOK_AGAIN_MILLISECONDS = 50;
const VERIFIED_REPORTS = 3;

interface RunAnswer {
  readonly state: string;
  readonly reports: number;
  readonly settledParticipants: number;
  readonly incompleteTrades: number;
}

interface ListedReport {
  readonly reportId: string;
  readonly lines: number;
  readonly missingLines: number;
}

/** A month of many homes, from meter values and trades to reports, evidence and ledger. */
export const settlement: Benchmark = {
  summary: 'seconds and memory to settle a month of quarter-hours with 20 events a home',
  sizes: [100, 1000, 10_000],
  run: async (size, progress) => {
    const folder = mkdtempSync(join(tmpdir(), 'atp-bench-'));
    // PostgreSQL never runs as root: its own user must be able to reach its files.
    chmodSync(folder, 0o755);
    const postgres = await startEmbeddedPostgres(folder);
    try {
      const settings = { DATABASE_URL: postgres.databaseUrl, ATP_TIME_ZONE: ZONE, ATP_LOG_LEVEL: 'warn' };
      await withPlatform(settings, async ({ url, adminToken }) => {
        await loadCommunity(postgres.databaseUrl, size);
        await loadReadings(url, adminToken, size, progress);
      });
      progress(`${size * QUARTERS} readings are in; settling them`);
      return await withPlatform(settings, (platform) => measure(platform, size, progress));
    } finally {
      await postgres.stop();
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

/** A process of its own for each part: what loading leaves in memory is no part of the run. */
async function withPlatform<T>(
  settings: NodeJS.ProcessEnv,
  work: (platform: PlatformProcess) => Promise<T>,
): Promise<T> {
  const platform = await startPlatform(RUN_AT, settings);
  try {
    return await work(platform);
  } finally {
    await platform.stop();
  }
}

async function measure(
  { url, adminToken }: PlatformProcess,
  size: number,
  progress: (line: string) => void,
): Promise<BenchmarkResult[]> {
  const client = new HttpClient(url, 4);
  try {
    const paths = await pathsToWatch(client, adminToken);
    const begun = elapsedSeconds();
    const run = settled(client, adminToken, {}, progress);
    const { milliseconds, residentBytes, cpuSeconds } = await watchDuring(client, adminToken, paths, run);
    const seconds = elapsedSeconds() - begun;
    await check(client, adminToken, await run, size);
    const aim = { name: `an aim at ${AIM.homes} homes`, values: [(AIM.seconds * size) / AIM.homes] };
    const megabytes = residentBytes / 2 ** 20;
    return [
      resultOf({ name: 'run', size, unit: 's' }, [seconds], aim),
      resultOf({ name: 'cpu', size, unit: 's' }, [cpuSeconds], aim),
      resultOf({ name: 'memory', size, unit: 'MB' }, [megabytes], { name: 'aim', values: [AIM.megabytes] }),
      ...[...milliseconds].map(([query, values]) =>
        resultOf({ name: query, size, unit: 'ms' }, [ninetyNinth(values)], {
          name: `aim; 99 of 100 of ${values.length}`,
          values: [AIM.milliseconds],
        }),
      ),
    ];
  } finally {
    await client.close();
  }
}

/** What is looked at during the run; the report is that of a run for one home, made before. */
async function pathsToWatch(client: HttpClient, token: string): Promise<ReadonlyMap<Query, string>> {
  const runId = await settled(client, token, { scope: { participantId: participantOf(0) } }, () => undefined);
  const [report] = await client.list<ListedReport>(`/settlement/v1/reports?runId=${runId}`, token);
  if (report === undefined) throw new WrongResult('one home has no report');
  const day = `meterId=${meterOf(0)}&from=2026-05-18T00:00:00Z&to=2026-05-19T00:00:00Z`;
  return new Map<Query, string>([
    ['readings', `/metering/v1/readings?${day}`],
    ['list', '/settlement/v1/reports?limit=100'],
    ['report', `/settlement/v1/reports/${report.reportId}`],
  ]);
}

/** Starts a run and waits until it is completed. @returns its id */
async function settled(
  client: HttpClient,
  token: string,
  scope: object,
  progress: (line: string) => void,
): Promise<string> {
  const json = JSON.stringify({ from: FROM, to: TO, ...scope });
  const call = { method: 'POST', path: '/settlement/v1/runs', token, json } as const;
  const { runId } = await client.call<{ runId: string }>(call);
  let told = 0;
  for (;;) {
    const run = await client.call<RunAnswer>({ method: 'GET', path: `/settlement/v1/runs/${runId}`, token });
    if (run.state === 'completed') return runId;
    if (run.state === 'failed') throw new WrongResult(`run ${runId} failed`);
    if (run.settledParticipants >= told + 1000) {
      told = run.settledParticipants;
      progress(`${told} homes are settled`);
    }
    await pause(LOOK_AGAIN_MILLISECONDS);
  }
}

async function check(client: HttpClient, token: string, runId: string, size: number): Promise<void> {
  const run = await client.call<RunAnswer>({ method: 'GET', path: `/settlement/v1/runs/${runId}`, token });
  if (run.reports !== size || run.incompleteTrades > 0) throw new WrongResult(JSON.stringify(run));
  const reports = await client.list<ListedReport>(`/settlement/v1/reports?runId=${runId}`, token);
  const wrong = reports.find(
    ({ lines, missingLines }) => lines !== EVENT_QUARTERS_OF_MONTH.length || missingLines > 0,
  );
  if (wrong || reports.length !== size)
    throw new WrongResult(`a report is not whole: ${JSON.stringify(wrong)}`);
  for (const { reportId } of reports.slice(0, VERIFIED_REPORTS)) {
    const path = `/settlement/v1/reports/${reportId}/verification`;
    const { valid } = await client.call<{ valid: boolean }>({ method: 'GET', path, token });
    if (!valid) throw new WrongResult(`report ${reportId} does not follow from its evidence`);
  }
}
