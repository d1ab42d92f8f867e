import { createReadStream, chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { request } from 'undici';
import { elapsedSeconds } from '#clock';
import { startEmbeddedPostgres } from '#embedded-postgres';
import { resultOf, WrongResult, type Benchmark, type BenchmarkResult } from '../benchmark.js';
import { startPlatform, type PlatformProcess } from '../platform-process.js';
import { bareCopySeconds, roomTaken } from './bare-copy.js';
import { peakMemory } from './peak-memory.js';
import { writeReadings } from './readings-file.js';

/** After the last reading. */
const NOW = Date.parse('2026-02-02T00:00:00Z');
const PATIENCE_MILLISECONDS = 60 * 60 * 1000;
/** Aims: at least half of the speed of a bare COPY, in bounded memory. */
const AIM_MEGABYTES = 1024;
/** Runs of bare COPY, whose median counts; of many rows one, which takes half a minute. */
const copiesOf = (size: number): number => (size > 1_000_000 ? 1 : 3);

interface IntakeAnswer {
  readonly stored: number;
  readonly unchanged: number;
  readonly corrected: number;
  readonly refusedCount: number;
}

/** Meter readings through the whole platform, from the first byte of the request until the last reading is durable. */
export const ingest: Benchmark = {
  summary: 'readings by HTTP into the embedded PostgreSQL, beside a bare COPY of the same rows',
  sizes: [100_000, 1_000_000, 10_000_000],
  run: async (size, progress) => {
    const folder = mkdtempSync(join(tmpdir(), 'atp-ingest-'));
    // PostgreSQL never runs as root: it must be able to read the file.
    chmodSync(folder, 0o755);
    const postgres = await startEmbeddedPostgres(join(folder, 'data'));
    try {
      const file = join(folder, 'readings.csv');
      await writeReadings(file, size);
      progress('readings are written; bare COPY');
      const copies: number[] = [];
      for (let copy = 0; copy < copiesOf(size); copy += 1)
        copies.push(await bareCopySeconds(postgres.databaseUrl, file));
      progress(`bare COPY: ${copies.map((seconds) => seconds.toFixed(2)).join(', ')} s`);
      const platform = await startPlatform(NOW, {
        DATABASE_URL: postgres.databaseUrl,
        ATP_LOG_LEVEL: 'warn',
      });
      try {
        return await measure(platform, postgres.databaseUrl, { file, size, copies }, progress);
      } finally {
        await platform.stop();
      }
    } finally {
      await postgres.stop();
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

interface Readings {
  readonly file: string;
  readonly size: number;
  /** Seconds of each bare COPY of them. */
  readonly copies: readonly number[];
}

async function measure(
  platform: PlatformProcess,
  databaseUrl: string,
  { file, size, copies }: Readings,
  progress: (line: string) => void,
): Promise<BenchmarkResult[]> {
  const first = await peakMemory(platform.url, () => send(platform, file));
  check(first.outcome.answer, { stored: size, unchanged: 0, corrected: 0, refusedCount: 0 });
  const { blocks, bytes } = await roomTaken(databaseUrl);
  progress(`stored in ${first.outcome.seconds.toFixed(2)} s, ${Math.round(first.peakMegabytes)} MB; again`);
  const again = await peakMemory(platform.url, () => send(platform, file));
  check(again.outcome.answer, { stored: 0, unchanged: size, corrected: 0, refusedCount: 0 });
  if ((await roomTaken(databaseUrl)).blocks !== blocks)
    throw new WrongResult('readings sent twice were stored twice');
  const bare = { name: 'bare COPY', values: copies.map((seconds) => size / seconds) };
  const memory = { name: 'aim', values: [AIM_MEGABYTES] };
  return [
    resultOf({ name: 'new', size, unit: 'rows/s' }, [size / first.outcome.seconds], bare),
    resultOf({ name: 'again', size, unit: 'rows/s' }, [size / again.outcome.seconds], bare),
    resultOf(
      { name: 'memory', size, unit: 'MB' },
      [Math.max(first.peakMegabytes, again.peakMegabytes)],
      memory,
    ),
    resultOf({ name: 'storage', size, unit: 'bytes/row' }, [bytes / size], {
      name: 'two plain bigint',
      values: [16],
    }),
  ];
}

async function send(
  { url, adminToken }: PlatformProcess,
  file: string,
): Promise<{ readonly answer: IntakeAnswer; readonly seconds: number }> {
  const begun = elapsedSeconds();
  const response = await request(`${url}/metering/v1/readings`, {
    method: 'POST',
    headers: { authorization: `Bearer ${adminToken}`, 'content-type': 'text/csv' },
    body: createReadStream(file),
    headersTimeout: PATIENCE_MILLISECONDS,
  });
  const text = await response.body.text();
  const seconds = elapsedSeconds() - begun;
  if (response.statusCode !== 200) throw new WrongResult(`${response.statusCode} ${text.slice(0, 2000)}`);
  return { answer: JSON.parse(text) as IntakeAnswer, seconds };
}

function check(answer: IntakeAnswer, expected: IntakeAnswer): void {
  for (const [name, count] of Object.entries(expected))
    if (answer[name as keyof IntakeAnswer] !== count)
      throw new WrongResult(`${name} is not ${count} in ${JSON.stringify(answer).slice(0, 2000)}`);
}
