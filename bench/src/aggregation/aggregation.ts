import { Grouping, type LeafGroup, type OfferColumns } from '#flexoffer';
import { elapsedSeconds } from '#clock';
import { resultOf, type Benchmark, type BenchmarkResult } from '../benchmark.js';
import { checkGroups, checkTolerances, checkWorkload } from './check-groups.js';
import { copySeconds } from './copy-seconds.js';
import { gridGrouping } from './grid-grouping.js';
import { liveMegabytes } from './live-memory.js';
import { packingSeconds } from './packing-seconds.js';
import { workloadColumns, type ColumnOffer } from './workload-columns.js';

/** In intervals, for starts and for time flexibility. */
const TOLERANCE = 4;
/** As many groups as another FlexOffer system makes of the same workload with the same tolerances. */
const MOST_GROUPS = 168;
/** Small rounds before the first measurement: a portfolio is long at work when a change comes. */
const WARM_UPS = 100;
const WARM_UP_SIZE = 1000;
/** Bytes of the bounds of an interval as 32-bit numbers. */
const BYTES_PER_UNIT = 8;

interface Runs {
  readonly full: number[];
  readonly insert1pct: number[];
  readonly remove1pct: number[];
  readonly pack: number[];
}

export const aggregation: Benchmark = {
  summary: 'groups of offers in columns: all at once, one per cent more, one per cent less',
  sizes: [1000, 10_000, 100_000, 1_000_000],
  run: async (size, progress) => {
    // First: what a process has not done yet it need not clean up.
    const quality = qualityOf(size);
    const runs: Runs = { full: [], insert1pct: [], remove1pct: [], pack: [] };
    const copies: number[] = [];
    for (let round = 0; round < WARM_UPS; round += 1) measureOnce(WARM_UP_SIZE);
    for (let run = 1; run <= runsFor(size); run += 1) {
      copies.push(copySeconds(measureOnce(size, runs)));
      progress(`run ${run}`);
    }
    return [...timesOf(size, runs, copies), ...quality];
  },
};

function runsFor(size: number): number {
  return size <= 10_000 ? 25 : size <= 100_000 ? 11 : 3;
}

/** Measures everything that takes time once, and answers how many bytes the bounds of all offers have. */
function measureOnce(size: number, runs?: Runs): number {
  const { columns, onePercentMore } = workloadColumns(size);
  checkWorkload(size, columns);
  const grouping = newGrouping(columns);
  const full = seconds(() => insertAll(grouping, size));
  check(grouping, columns);
  const insert1pct = seconds(() => addAll(grouping, columns, onePercentMore));
  check(grouping, columns);
  const remove1pct = seconds(() => removeEveryHundredth(grouping, columns, size));
  check(grouping, columns);
  const pack = packingSeconds(size);
  if (runs !== undefined) {
    runs.full.push(full);
    runs.insert1pct.push(insert1pct);
    runs.remove1pct.push(remove1pct);
    runs.pack.push(pack);
  }
  return BYTES_PER_UNIT * columns.length.reduce((sum, length) => sum + length, 0);
}

export function newGrouping(columns: OfferColumns): Grouping {
  const limits = { startTolerance: TOLERANCE, timeFlexibilityTolerance: TOLERANCE, mostGroups: MOST_GROUPS };
  return new Grouping(columns, limits, () => 'workload');
}

export function insertAll(grouping: Grouping, size: number): void {
  for (let slot = 0; slot < size; slot += 1) grouping.insert(slot);
  grouping.refresh();
}

function addAll(grouping: Grouping, columns: OfferColumns, offers: readonly ColumnOffer[]): void {
  for (const { placement, profile } of offers) grouping.insert(columns.add(placement, profile));
  grouping.refresh();
}

function removeEveryHundredth(grouping: Grouping, columns: OfferColumns, size: number): void {
  for (let slot = 0; slot < size; slot += 100) {
    grouping.remove(slot);
    columns.remove(slot);
  }
  grouping.refresh();
}

function check(grouping: Grouping, columns: OfferColumns): void {
  const groups = grouping.groups();
  checkGroups(groups, columns);
  checkTolerances(groups, TOLERANCE);
}

function seconds(work: () => void): number {
  const start = elapsedSeconds();
  work();
  return elapsedSeconds() - start;
}

function timesOf(size: number, runs: Runs, copies: readonly number[]): BenchmarkResult[] {
  const all = { name: 'copying the bounds of all offers once', values: copies };
  const some = {
    name: 'copying the bounds of the changed offers once',
    values: copies.map((each) => each / 100),
  };
  const unit = 's';
  return [
    resultOf({ name: 'full', size, unit }, runs.full, all),
    resultOf({ name: 'insert1pct', size, unit }, runs.insert1pct, some),
    resultOf({ name: 'remove1pct', size, unit }, runs.remove1pct, some),
    resultOf({ name: 'pack', size, unit }, runs.pack, all),
  ];
}

/** What the groups are like, and what memory columns and groups take together. */
function qualityOf(size: number): BenchmarkResult[] {
  const before = liveMegabytes();
  const { columns } = workloadColumns(size);
  const grouping = newGrouping(columns);
  insertAll(grouping, size);
  const memory = liveMegabytes() - before;
  const groups = grouping.groups();
  checkGroups(groups, columns);
  const grid = gridGrouping(columns, TOLERANCE);
  const bytes = BYTES_PER_UNIT * columns.length.reduce((sum, length) => sum + length, 0);
  const onGrid = 'a fixed grid of cells as wide as the tolerance';
  return [
    resultOf({ name: 'memory', size, unit: 'MB' }, [memory], {
      name: 'the bounds alone',
      values: [bytes / 1e6],
    }),
    resultOf({ name: 'timeFlexKept', size, unit: '%' }, [timeFlexKept(groups)], {
      name: onGrid,
      values: [grid.timeFlexKept],
    }),
    resultOf({ name: 'groups', size, unit: 'count' }, [groups.length], {
      name: onGrid,
      values: [grid.groups],
    }),
  ];
}

function timeFlexKept(groups: readonly LeafGroup[]): number {
  const kept = groups.reduce((sum, { count, before, after }) => sum + count * (before + after), 0);
  return (100 * kept) / groups.reduce((sum, { offeredIntervals }) => sum + offeredIntervals, 0);
}
