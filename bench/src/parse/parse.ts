import { elapsedSeconds } from '#clock';
import { resultOf, WrongResult, type Benchmark, type BenchmarkResult } from '../benchmark.js';
import { workload, type WorkloadOffer } from '../workload/workload.js';
import { batchOf, type Batch } from './batch.js';
import { demoSiteLine, specificationLine } from './messages.js';
import { checkBatch, parseBatch, readBatch } from './read-batch.js';

/** So many offers are in memory at once, however many are measured. */
const MOST_AT_ONCE = 10_000;
/** Fewer leave the compiler at work while the first runs are measured. */
const WARM_UP_OFFERS = 20_000;
const RUNS = 7;

/** Seconds of each run, over all batches. */
interface Times {
  readonly ours: number[];
  readonly reference: number[];
}

/** The reader of newline-delimited FlexOffers, from bytes to checked offers. */
export const parse: Benchmark = {
  summary: 'offers per second from newline-delimited JSON, against JSON.parse alone',
  sizes: [1000, 10_000, 100_000],
  run: async (size, progress) => [
    await measure('ndjson', specificationLine, size, progress),
    await measure('ndjsonDemoSite', demoSiteLine, size, progress),
  ],
};

async function measure(
  name: string,
  lineOf: (offer: WorkloadOffer) => string,
  size: number,
  progress: (line: string) => void,
): Promise<BenchmarkResult> {
  const times: Times = { ours: [], reference: [] };
  const offers = workload();
  for (let done = 0; done < size; done += MOST_AT_ONCE) {
    const count = Math.min(MOST_AT_ONCE, size - done);
    const batch = batchOf(
      Array.from({ length: count }, () => offers.next().value),
      lineOf,
    );
    await checkBatch(batch);
    await addTimes(times, batch);
    progress(`${name}: ${done + count} offers`);
  }
  const rates = (seconds: readonly number[]): number[] => seconds.map((each) => size / each);
  const reference = { name: 'JSON.parse of the same lines', values: rates(times.reference) };
  return resultOf({ name, size, unit: 'offers/s' }, rates(times.ours), reference);
}

/** The two take turns, so that a busy moment of the machine hits both. */
async function addTimes(times: Times, batch: Batch): Promise<void> {
  const warmUps = Math.ceil(WARM_UP_OFFERS / batch.lines.length);
  for (let run = -warmUps; run < RUNS; run += 1) {
    const ours = await secondsOf(batch, readBatch);
    const reference = await secondsOf(batch, parseBatch);
    if (run < 0) continue;
    times.ours[run] = (times.ours[run] ?? 0) + ours;
    times.reference[run] = (times.reference[run] ?? 0) + reference;
  }
}

async function secondsOf(batch: Batch, read: (batch: Batch) => number | Promise<number>): Promise<number> {
  const start = elapsedSeconds();
  const count = await read(batch);
  const seconds = elapsedSeconds() - start;
  if (count !== batch.lines.length)
    throw new WrongResult(`${count} of ${batch.lines.length} lines were read`);
  return seconds;
}
