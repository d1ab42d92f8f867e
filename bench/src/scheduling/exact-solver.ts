import type { PlanningProblem, PlanningUnit } from '#scheduling';
import highs, { type Highs } from 'highs';
import { WrongResult } from '../benchmark.js';

/** Energies are in MWh and costs in whole currency, so that the solver's absolute tolerances are small against both. */
const WH = 1_000_000;
const MONEY = 1_000_000_000;

/** The interior-point method alone: many times faster than the simplex method here, and right to 8 digits. */
const RELAXED = { solver: 'ipm', run_crossover: 'off' } as const;

/** What to follow and what energy costs, by interval. */
interface Prices {
  readonly firstInterval: number;
  readonly targetWh: ArrayLike<number>;
  readonly deviation: number;
  readonly energy: ArrayLike<number>;
}

/** An exact solver for mixed integer programs (HiGHS), for problems as `instance` makes them. */
export class ExactSolver {
  private constructor(private readonly solver: Highs) {}

  static async load(): Promise<ExactSolver> {
    // The package declares the types of its CommonJS form; an import gets the loader itself.
    return new ExactSolver(await (highs as unknown as typeof highs.default)());
  }

  /** What the best plan costs if units may start at several times in parts: no plan costs less. */
  relaxed(problem: PlanningProblem): number {
    const { Status, ObjectiveValue } = this.solver.solve(programOf(problem, []), RELAXED);
    if (Status !== 'Optimal') throw new WrongResult(`the relaxation is ${Status}`);
    return ObjectiveValue * MONEY;
  }

  /** What the best plan costs that is found in so many seconds; infinite if none is. */
  best(problem: PlanningProblem, seconds: number): number {
    const binaries = problem.units.flatMap(({ starts }, unit) =>
      starts.map((_, start) => `x${unit}_${start}`),
    );
    const { Status, ObjectiveValue } = this.solver.solve(programOf(problem, binaries), {
      time_limit: seconds,
      mip_rel_gap: 1e-6,
    });
    return Status === 'Optimal' || Status === 'Time limit reached' ? ObjectiveValue * MONEY : Infinity;
  }
}

/**
 * Without totals the energies of all units together are free between the sums of the bounds of those that run, so one
 * energy for each interval is enough:
 *
 * ```
 * sum of lower * x <= y <= sum of upper * x,   y - over + under = target,   sum of x of a unit = 1
 * ```
 */
function programOf(problem: PlanningProblem, binaries: readonly string[]): string {
  const prices = pricesOf(problem);
  const rows = intervalRows(problem.units, prices);
  const goal = Array.from(prices.energy, (price, t) => {
    const deviation = number((prices.deviation * WH) / MONEY);
    return `+ ${number((price * WH) / MONEY)} y${t} + ${deviation} over${t} + ${deviation} under${t}`;
  });
  const choices = problem.units.map(
    ({ starts }, unit) => `${starts.map((_, start) => `+ x${unit}_${start}`).join(' ')} = 1`,
  );
  const free = Array.from(prices.energy, (_, t) => `y${t} free`);
  return [
    `Minimize\n obj: ${goal.join('\n ')}`,
    `Subject To\n ${[...choices, ...rows].join('\n ')}`,
    `Bounds\n ${free.join('\n ')}`,
    binaries.length === 0 ? '' : `Binary\n ${binaries.join('\n ')}`,
    'End\n',
  ].join('\n');
}

function intervalRows(units: readonly PlanningUnit[], { firstInterval, targetWh }: Prices): string[] {
  const lower = Array.from(targetWh, (): string[] => []);
  const upper = Array.from(targetWh, (): string[] => []);
  units.forEach(({ starts, parts }, unit) => {
    const { lowerWh, upperWh } = parts[0]!.set;
    starts.forEach((start, choice) => {
      for (let k = 0; k < lowerWh.length; k += 1) {
        const t = start + k - firstInterval;
        lower[t]!.push(`+ ${number(lowerWh[k]! / WH)} x${unit}_${choice}`);
        upper[t]!.push(`+ ${number(upperWh[k]! / WH)} x${unit}_${choice}`);
      }
    });
  });
  return Array.from(targetWh).flatMap((target, t) => [
    `${lower[t]!.join(' ')} - y${t} <= 0`,
    `${upper[t]!.join(' ')} - y${t} >= 0`,
    `y${t} - over${t} + under${t} = ${number(target / WH)}`,
  ]);
}

function pricesOf({ objective }: PlanningProblem): Prices {
  const [follow, cost] = objective;
  if (follow?.kind !== 'follow-target' || cost?.kind !== 'least-cost')
    throw new Error('the instances follow a target at a cost');
  return {
    firstInterval: follow.targetWh.firstInterval,
    targetWh: follow.targetWh.values,
    deviation: follow.over,
    energy: cost.prices.values,
  };
}

/** As decimals: the text format has no powers of ten. */
function number(value: number): string {
  return value.toFixed(9);
}
