import type { Plan, PlanningProblem } from './planning-problem.js';
import { Planner } from './planner.js';

export interface PlanningLimits {
  /** Another seed makes another search; absent: 1. */
  readonly seed?: number;
  /**
   * How much work may be done, in intervals looked at: about 100 million a second on an ordinary processor, and a quarter of that where units have totals. The first plan
   * is made in any case. Absent: 100 million.
   */
  readonly work?: number;
  /** Asked every few milliseconds; true ends the search with the best plan so far. */
  readonly stop?: () => boolean;
}

const USUAL_WORK = 100_000_000;

/**
 * Chooses the starts and the energies of all units together so that the objective and what the units ask cost as little as
 * can be found, and proves how little that could be at most.
 *
 * The result depends on nothing but the problem, the seed and the work (the order of the units does not matter), and more
 * work never makes it worse. Energies are whole watt-hours inside every bound.
 *
 * @throws RangeError for a unit without starts or parts, with the id of another, or with bounds that nothing satisfies
 */
export function plan(
  problem: PlanningProblem,
  { seed = 1, work = USUAL_WORK, stop }: PlanningLimits = {},
): Plan {
  const planner = new Planner(problem, seed);
  const steps = planner.improve();
  let isOver = false;
  while (!isOver) isOver = steps.next().done === true || planner.effort.used >= work || stop?.() === true;
  const { best, lowerBound, firstInterval, effort } = planner;
  if (best === undefined) throw new Error('the first step of the search makes a plan');
  return { ...best, firstInterval, lowerBound, work: effort.used };
}
