import { elapsedSeconds, pause } from '#clock';
import type { HttpClient } from '../http-client.js';

/** What people look at while a run is going. */
export type Query = 'readings' | 'list' | 'report';

/** What was seen from outside while something else went on. */
export interface Watch {
  /** Milliseconds of each answer. */
  readonly milliseconds: ReadonlyMap<Query, readonly number[]>;
  /** The most that the platform's process held, of those times looked at. */
  readonly residentBytes: number;
  /** Processor time of the platform's process. */
  readonly cpuSeconds: number;
}

const PAUSE_MILLISECONDS = 100;

/** Asks the same few things again and again, one after the other, until `work` is done. */
export async function watchDuring(
  client: HttpClient,
  token: string,
  paths: ReadonlyMap<Query, string>,
  work: Promise<unknown>,
): Promise<Watch> {
  const milliseconds = new Map<Query, number[]>([...paths.keys()].map((query) => [query, []]));
  const going = { on: true };
  const ended = work.finally(() => (going.on = false));
  const cpuBefore = await metric(client, token, 'process_cpu_seconds_total');
  let residentBytes = 0;
  while (going.on) {
    for (const [query, path] of paths) {
      const begun = elapsedSeconds();
      await client.text({ method: 'GET', path, token });
      milliseconds.get(query)?.push((elapsedSeconds() - begun) * 1000);
    }
    residentBytes = Math.max(residentBytes, await metric(client, token, 'process_resident_memory_bytes'));
    await pause(PAUSE_MILLISECONDS);
  }
  await ended;
  const cpuSeconds = (await metric(client, token, 'process_cpu_seconds_total')) - cpuBefore;
  return { milliseconds, residentBytes, cpuSeconds };
}

async function metric(client: HttpClient, token: string, name: string): Promise<number> {
  const metrics = await client.text({ method: 'GET', path: '/metrics', token });
  const line = metrics.split('\n').find((each) => each.startsWith(`${name} `));
  if (line === undefined) throw new Error(`the platform does not tell its ${name}`);
  return Number(line.split(' ')[1]);
}

/** The time within which 99 of 100 answers came. */
export function ninetyNinth(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.ceil(sorted.length * 0.99) - 1] ?? 0;
}
