import type { FlexOffer, Schedule } from '#flexoffer';
import { elapsedSeconds } from '#clock';
import { planAggregated, planOffers, type Objective, type OffersPlan } from '#scheduling';
import { resultOf, WrongResult, type BenchmarkResult } from '../benchmark.js';
import { balancedOffers } from './balanced-offers.js';
import { checkSchedules, residualOf } from './residual.js';

const RUNS = 5;
const BALANCE: Objective = [{ kind: 'balance', weight: 1 }];
const AGGREGATION = {
  zoneDepth: 1,
  startToleranceIntervals: 4,
  timeFlexibilityToleranceIntervals: 4,
  aggregatorId: 'aggregator',
  mostGroups: 250,
};

type Progress = (line: string) => void;

/** What a way of planning has to reach. */
interface Goal {
  readonly seconds: number;
  /** In kWh^2; more is a wrong result. */
  readonly residual: number;
}

/** Every offer for itself. */
export function oneByOne(size: number, goal: Goal, progress: Progress): BenchmarkResult[] {
  return measure('oneByOne', size, goal, progress, (offers) =>
    planOffers(offers, BALANCE, { work: 4_000_000 }),
  );
}

/** Offers become aggregates, those are planned, and the plan is divided among the members. */
export function aggregated(size: number, goal: Goal, progress: Progress): BenchmarkResult[] {
  return measure('aggregated', size, goal, progress, (offers) =>
    planAggregated(offers, BALANCE, { aggregation: AGGREGATION }, { work: 10_000_000 }),
  );
}

function measure(
  name: string,
  size: number,
  goal: Goal,
  progress: Progress,
  planned: (offers: readonly FlexOffer[]) => OffersPlan,
): BenchmarkResult[] {
  const offers = balancedOffers(size);
  const seconds: number[] = [];
  let residual = Infinity;
  for (let run = -1; run < RUNS; run += 1) {
    const start = elapsedSeconds();
    const { schedules } = planned(offers);
    if (run >= 0) seconds.push(elapsedSeconds() - start);
    checkSchedules(offers, schedules);
    residual = residualOf(schedules.values());
    if (residual > goal.residual) throw new WrongResult(`${residual} kWh^2 are left over`);
  }
  progress(`${name}: from ${residualOf(offers.map(defaultOf)).toFixed(0)} to ${residual.toFixed(2)} kWh^2`);
  return [
    resultOf({ name, size, unit: 's' }, seconds, { name: 'the goal', values: [goal.seconds] }),
    resultOf({ name: `${name}Left`, size, unit: 'kWh^2' }, [residual], {
      name: 'the goal',
      values: [goal.residual],
    }),
  ];
}

/** The default in real numbers, as other systems have it. */
function defaultOf({ startAfter, slices }: FlexOffer): Schedule {
  return { start: startAfter, energiesWh: slices.map(({ lowerWh, upperWh }) => (lowerWh + upperWh) / 2) };
}
