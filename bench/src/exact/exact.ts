import {
  bestProfile,
  cheapestSplit,
  exactAggregate,
  type ExactAggregate,
  type ExactMember,
  innerOffer,
  splitProfile,
} from '#flexoffer';
import { elapsedSeconds } from '#clock';
import { resultOf, WrongResult, type Benchmark, type BenchmarkResult } from '../benchmark.js';
import { randomNumbers } from '../random.js';
import { checkBest, checkProof, checkSplit } from './check.js';
import { membersOf } from './members.js';
import { plainGreedy } from './plain-greedy.js';
import { betterThanBest, mixedProfile, outerProfile, randomPrices } from './profiles.js';
import { readSessions } from './sessions.js';

const RUNS = 5;
const OUTER_PROFILES = 40;

interface Group {
  readonly size: number;
  readonly members: readonly ExactMember[];
  readonly aggregate: ExactAggregate;
}

/** The exact sum of charging sessions: what it answers, how fast, and what separate sums would promise. */
export const exact: Benchmark = {
  summary: 'seconds for the best profile and for a split of charging sessions, % of false promises avoided',
  sizes: [1000, 10_000],
  run: async (size, progress) => {
    const members = membersOf(readSessions(), size);
    const group = { size, members, aggregate: exactAggregate(members) };
    progress(`${group.aggregate.lowerWh.length} units in ${group.aggregate.length} quarter-hours`);
    return [
      greedy(group),
      split(group, 'split', mixedProfile),
      split(
        group,
        'splitBest',
        (aggregate, below) => bestProfile(aggregate, randomPrices(aggregate, below)).profileWh,
      ),
      refuse(group),
      cheapest(group),
      falsePromises(group),
      innerKept(group),
    ];
  },
};

function greedy({ size, members, aggregate }: Group): BenchmarkResult {
  const below = randomNumbers(1);
  const ours: number[] = [];
  const plain: number[] = [];
  for (let run = -1; run < RUNS; run += 1) {
    const prices = randomPrices(aggregate, below);
    const [best, seconds] = timed(() => bestProfile(aggregate, prices));
    const [value, plainSeconds] = timed(() => plainGreedy(members, aggregate.firstInterval, prices));
    checkSplit(members, aggregate, best.profileWh, best.energiesWh);
    checkBest(aggregate, prices, best);
    if (value !== best.value) throw new WrongResult(`${best.value} is not the plain way's ${value}`);
    if (run < 0) continue;
    ours.push(seconds);
    plain.push(plainSeconds);
  }
  const name = 'every member sorts for itself';
  return resultOf({ name: 'greedy', size, unit: 's' }, ours, { name, values: plain });
}

function split(
  { size, members, aggregate }: Group,
  name: string,
  profile: (aggregate: ExactAggregate, below: (bound: number) => number) => Float64Array,
): BenchmarkResult {
  const below = randomNumbers(2);
  const ours: number[] = [];
  const copies: number[] = [];
  for (let run = -1; run < RUNS; run += 1) {
    const profileWh = profile(aggregate, below);
    const [result, seconds] = timed(() => splitProfile(aggregate, profileWh));
    if (!result.ok) throw new WrongResult('a possible profile was refused');
    checkSplit(members, aggregate, profileWh, result.energiesWh);
    if (run < 0) continue;
    ours.push(seconds);
    copies.push(timed(() => Float64Array.from(result.energiesWh))[1]);
  }
  return resultOf({ name, size, unit: 's' }, ours, { name: 'a copy of all member energies', values: copies });
}

function refuse({ size, aggregate }: Group): BenchmarkResult {
  const below = randomNumbers(3);
  const ours: number[] = [];
  const copies: number[] = [];
  for (let run = -1; run < RUNS; run += 1) {
    const profileWh = betterThanBest(aggregate, below);
    const [result, seconds] = timed(() => splitProfile(aggregate, profileWh));
    if (result.ok) throw new WrongResult('a profile better than the best was split');
    checkProof(aggregate, profileWh, result.proof);
    if (run < 0) continue;
    ours.push(seconds);
    copies.push(timed(() => Float64Array.from(aggregate.lowerWh))[1]);
  }
  const reference = { name: 'a copy of all member energies', values: copies };
  return resultOf({ name: 'refuse', size, unit: 's' }, ours, reference);
}

/** Once: it takes seconds. */
function cheapest({ size, members, aggregate }: Group): BenchmarkResult {
  const profileWh = mixedProfile(aggregate, randomNumbers(4));
  const [any, anySeconds] = timed(() => splitProfile(aggregate, profileWh));
  const [result, seconds] = timed(() => cheapestSplit(aggregate, profileWh));
  if (!result.ok || !any.ok) throw new WrongResult('a possible profile was refused');
  checkSplit(members, aggregate, profileWh, result.energiesWh);
  const reference = { name: 'any split', values: [anySeconds] };
  return resultOf({ name: 'cheapest', size, unit: 's' }, [seconds], reference);
}

function falsePromises({ size, aggregate }: Group): BenchmarkResult {
  const below = randomNumbers(5);
  let impossible = 0;
  for (let count = 0; count < OUTER_PROFILES; count += 1) {
    const profileWh = outerProfile(aggregate, below);
    const result = splitProfile(aggregate, profileWh);
    if (result.ok) continue;
    checkProof(aggregate, profileWh, result.proof);
    impossible += 1;
  }
  const reference = { name: 'all profiles tried', values: [100] };
  return resultOf(
    { name: 'falsePromises', size, unit: '%' },
    [(100 * impossible) / OUTER_PROFILES],
    reference,
  );
}

function innerKept({ size, aggregate }: Group): BenchmarkResult {
  const { kept } = innerOffer(aggregate);
  const reference = { name: 'the exact sum', values: [100] };
  return resultOf({ name: 'innerKept', size, unit: '%' }, [100 * kept.intervals], reference);
}

function timed<T>(work: () => T): [T, number] {
  const start = elapsedSeconds();
  const result = work();
  return [result, elapsedSeconds() - start];
}
