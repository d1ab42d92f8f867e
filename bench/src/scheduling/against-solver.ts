import { elapsedSeconds } from '#clock';
import { plan, type PlanningProblem } from '#scheduling';
import { resultOf, WrongResult, type BenchmarkResult } from '../benchmark.js';
import type { ExactSolver } from './exact-solver.js';
import { instance, type Width } from './instances.js';

const RUNS = 5;
const WORK = 60_000_000;
/** For the exact solver to find a plan. */
const SOLVER_SECONDS = 20;
/** With more units the exact solver finds no plan in that time. */
const MOST_SOLVED = 100;
const GOAL_SECONDS = 1;
/** In per cent of the bound. */
const GOAL_GAP = 1;
const PERCENT = 100;

/**
 * Our plan beside that of an exact solver, and our bound beside the relaxation that the solver solves to the end. Gaps are
 * in per cent of the bound; ours of our own bound, the solver's of the relaxation.
 *
 * @throws WrongResult if our bound is above the relaxation, or the solver's plan below it
 */
export function againstSolver(
  size: number,
  width: Width,
  solver: ExactSolver,
  progress: (line: string) => void,
): BenchmarkResult[] {
  const problem = instance(size, width);
  const { seconds, cost, lowerBound } = planned(problem);
  const [relaxed, relaxedSeconds] = timed(() => solver.relaxed(problem));
  if (lowerBound > relaxed * (1 + 1e-6)) throw new WrongResult('the bound is above the relaxation');
  progress(`${width}: the exact relaxation takes ${relaxedSeconds.toFixed(1)} s`);
  const figure = (name: string, unit: string) => ({ name: `${width}${name}`, size, unit });
  const gapReference =
    size <= MOST_SOLVED
      ? { name: `HiGHS in ${SOLVER_SECONDS} s`, values: [solverGap(problem, solver, relaxed)] }
      : { name: 'the goal', values: [GOAL_GAP] };
  return [
    resultOf(figure('', 's'), seconds, { name: 'the goal', values: [GOAL_SECONDS] }),
    resultOf(figure('Relaxation', 's'), seconds, {
      name: 'HiGHS, relaxation alone',
      values: [relaxedSeconds],
    }),
    resultOf(figure('Gap', '%'), [PERCENT * (cost / lowerBound - 1)], gapReference),
    resultOf(figure('Bound', '%'), [(PERCENT * lowerBound) / relaxed], {
      name: 'HiGHS, relaxation alone',
      values: [PERCENT],
    }),
  ];
}

/** How far the solver's own plan is from the relaxation. */
function solverGap(problem: PlanningProblem, solver: ExactSolver, relaxed: number): number {
  const gap = PERCENT * (solver.best(problem, SOLVER_SECONDS) / relaxed - 1);
  if (gap < -1e-4) throw new WrongResult('the exact solver beats its relaxation');
  return gap;
}

function planned(problem: PlanningProblem): { seconds: number[]; cost: number; lowerBound: number } {
  const seconds: number[] = [];
  let { cost, lowerBound } = plan(problem, { work: WORK });
  for (let run = 0; run < RUNS; run += 1) {
    const [made, took] = timed(() => plan(problem, { work: WORK }));
    ({ cost, lowerBound } = made);
    seconds.push(took);
  }
  return { seconds, cost, lowerBound };
}

function timed<T>(work: () => T): [T, number] {
  const start = elapsedSeconds();
  const result = work();
  return [result, elapsedSeconds() - start];
}
