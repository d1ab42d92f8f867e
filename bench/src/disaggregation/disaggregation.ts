import { disaggregateAll, type GroupSchedule, type LeafGroup, type MemberSchedules } from '#flexoffer';
import { elapsedSeconds } from '#clock';
import { insertAll, newGrouping } from '../aggregation/aggregation.js';
import { copySeconds } from '../aggregation/copy-seconds.js';
import { workloadColumns } from '../aggregation/workload-columns.js';
import { resultOf, WrongResult, type Benchmark } from '../benchmark.js';
import { checkMembers } from './check-members.js';

/** Small rounds before the first measurement. */
const WARM_UPS = 100;
const WARM_UP_SIZE = 1000;
const RUNS = 25;
/** Bytes of the bounds of an interval that are read, and of the energy that is written, as 32-bit numbers. */
const BYTES_PER_UNIT = 12;

export const disaggregation: Benchmark = {
  summary: 'schedules of all members for a schedule of every group',
  sizes: [1000, 10_000, 100_000, 1_000_000],
  run: async (size, progress) => {
    measure(WARM_UP_SIZE, WARM_UPS);
    const { times, copies } = measure(size, RUNS);
    progress(`${times.length} runs`);
    const reference = { name: 'copying as many bytes as are read and written', values: copies };
    return [resultOf({ name: 'all', size, unit: 's' }, times, reference)];
  },
};

/** Seconds of so many runs, and to copy as many bytes as each reads and writes. */
function measure(size: number, runs: number): { times: number[]; copies: number[] } {
  const { columns } = workloadColumns(size);
  const grouping = newGrouping(columns);
  insertAll(grouping, size);
  const bytes = BYTES_PER_UNIT * columns.length.reduce((sum, length) => sum + length, 0);
  const times: number[] = [];
  const copies: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    const start = elapsedSeconds();
    const result = disaggregateAll(columns, grouping, middleOf);
    times.push(elapsedSeconds() - start);
    checkMembers(columns, grouping, valueOf(result), middleOf);
    copies.push(copySeconds(bytes));
  }
  return { times, copies };
}

/** In the middle of the window, with the middle of the bounds. */
function middleOf({ anchor, before, after, lowerWh, upperWh }: LeafGroup): GroupSchedule {
  return {
    start: anchor - before + Math.floor((before + after) / 2),
    energiesWh: lowerWh.map((lower, unit) => Math.floor((lower + upperWh[unit]!) / 2)),
  };
}

function valueOf(result: ReturnType<typeof disaggregateAll>): MemberSchedules {
  if (!result.ok) throw new WrongResult(result.faults.map(({ message }) => message).join('; '));
  return result.value;
}
