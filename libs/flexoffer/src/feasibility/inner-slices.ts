import type { EnergySet } from '../exact/energy-set.js';
import type { WattHours } from '../flex-offer.js';
import { projectedSlices } from './projected-slices.js';
import { rowsHoldThroughout } from './rows-hold-throughout.js';
import { hasRows, type SliceProblem } from './slice-problem.js';

/** In each round every bound moves outwards by one part in so many of the way that is left to its furthest place. */
const ROUNDS: readonly number[] = [8, 8, 8, 8, 8, 8, 8, 8, 32, 32, 32, 32];

/** Where a bound goes from its present place, towards a limit, through places of which `holds` says which are possible. */
type Growth = (bound: number, limit: number, holds: (place: number) => boolean) => number;

/**
 * A set without rows of which every member keeps to the rows too: a tube of running totals and bounds of slices,
 * grown around one feasible choice of energies. Without rows it is the whole set.
 *
 * ```
 * running    ________________________________     furthest (projectedSlices)
 * total          ___________     ____________
 *            ___/           \___/                 <- grown, as far as every corner keeps to the rows
 *            ____--____----____----____--____     <- the centre
 * ```
 *
 * All bounds grow together in rounds, so that none takes all the room, and at last each as far as it can go.
 * Growing a bound can only break the rows of its own slice and the next, and larger sets break more rows, so that
 * the furthest place of one bound is found by bisection.
 */
export function innerSlices(problem: SliceProblem, centre: readonly WattHours[]): EnergySet {
  if (!hasRows(problem)) return problem.set;
  const furthest = projectedSlices(problem) ?? problem.set;
  const grown = startAt(problem, furthest, centre);
  for (const divisor of ROUNDS) growAll(grown, furthest, problem, oneStep(divisor));
  growAll(grown, furthest, problem, bisected);
  return grown;
}

/** The centre alone; only slices without rows keep their full bounds. */
function startAt(problem: SliceProblem, furthest: EnergySet, centre: readonly WattHours[]): EnergySet {
  const lowerWh = Float64Array.from(centre);
  const upperWh = Float64Array.from(centre);
  const runningLowerWh = new Float64Array(centre.length);
  let sum = 0;
  centre.forEach((energy, slice) => {
    sum += energy;
    runningLowerWh[slice] = sum;
    if ((problem.rows[slice] ?? []).length > 0) return;
    lowerWh[slice] = furthest.lowerWh[slice] ?? energy;
    upperWh[slice] = furthest.upperWh[slice] ?? energy;
  });
  return { lowerWh, upperWh, runningLowerWh, runningUpperWh: runningLowerWh.slice() };
}

function growAll(grown: EnergySet, furthest: EnergySet, problem: SliceProblem, growth: Growth): void {
  for (let slice = 0; slice < grown.lowerWh.length; slice += 1) {
    const holds = (): boolean =>
      rowsHoldThroughout(grown, slice, problem.rows[slice] ?? []) &&
      rowsHoldThroughout(grown, slice + 1, problem.rows[slice + 1] ?? []);
    grow(grown.runningUpperWh, furthest.runningUpperWh, slice, growth, holds);
    grow(grown.runningLowerWh, furthest.runningLowerWh, slice, growth, holds);
    grow(grown.upperWh, furthest.upperWh, slice, growth, holds);
    grow(grown.lowerWh, furthest.lowerWh, slice, growth, holds);
  }
}

function grow(
  bounds: Float64Array,
  limits: Float64Array,
  index: number,
  growth: Growth,
  holds: () => boolean,
): void {
  const bound = bounds[index] ?? 0;
  const limit = limits[index] ?? bound;
  if (bound === limit) return;
  bounds[index] = growth(bound, limit, (place) => {
    bounds[index] = place;
    return holds();
  });
}

function oneStep(divisor: number): Growth {
  return (bound, limit, holds) => {
    const step = Math.ceil(Math.abs(limit - bound) / divisor);
    const place = limit > bound ? bound + step : bound - step;
    return holds(place) ? place : bound;
  };
}

const bisected: Growth = (bound, limit, holds) => {
  if (holds(limit)) return limit;
  let possible = bound;
  let impossible = limit;
  while (Math.abs(impossible - possible) > 1) {
    const middle = Math.floor((possible + impossible) / 2);
    if (holds(middle)) possible = middle;
    else impossible = middle;
  }
  return possible;
};
