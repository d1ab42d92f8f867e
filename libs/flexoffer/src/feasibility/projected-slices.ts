import type { EnergySet } from '../exact/energy-set.js';
import { limitOf } from './dependency-row.js';
import { extentOf, polygonOf, type Polygon } from './polygon.js';
import { hasRows, type SliceProblem } from './slice-problem.js';

/**
 * The least bounds of slices and running totals that contain all feasible schedules, for offers with dependencies too;
 * undefined if nothing is feasible.
 *
 * The slices form a chain in which only the running total connects a slice to its neighbours, so one pass of
 * projected polygons in each direction is enough. For real energies the bounds are exact: each is attained by some
 * feasible schedule, and between two attained values everything is. For whole watt-hours they are rounded inwards;
 * with rows of a dependency they may then lie further out than the furthest whole schedule (by little, unless a
 * polygon is thinner than a watt-hour). Without such rows they are exact for whole watt-hours.
 */
export function projectedSlices(problem: SliceProblem): EnergySet | undefined {
  if (!hasRows(problem)) return problem.set;
  const set = {
    lowerWh: Float64Array.from(problem.set.lowerWh),
    upperWh: Float64Array.from(problem.set.upperWh),
    runningLowerWh: Float64Array.from(problem.set.runningLowerWh),
    runningUpperWh: Float64Array.from(problem.set.runningUpperWh),
  };
  for (let slice = set.lowerWh.length - 1; slice > 0; slice -= 1) {
    const before = extentOf(polygonAt(set, problem, slice), 1, 0);
    if (!(before[0] <= before[1])) return undefined;
    [set.runningLowerWh[slice - 1], set.runningUpperWh[slice - 1]] = before;
  }
  for (let slice = 0; slice < set.lowerWh.length; slice += 1) {
    const polygon = polygonAt(set, problem, slice);
    const own = extentOf(polygon, 0, 1);
    const after = extentOf(polygon, 1, 1);
    if (!(own[0] <= own[1] && after[0] <= after[1])) return undefined;
    [set.lowerWh[slice], set.upperWh[slice]] = own;
    [set.runningLowerWh[slice], set.runningUpperWh[slice]] = after;
  }
  return set;
}

function polygonAt(set: EnergySet, problem: SliceProblem, slice: number): Polygon {
  return polygonOf(
    slice === 0 ? [0, 0] : [set.runningLowerWh[slice - 1] ?? 0, set.runningUpperWh[slice - 1] ?? 0],
    [set.lowerWh[slice] ?? 0, set.upperWh[slice] ?? 0],
    [set.runningLowerWh[slice] ?? 0, set.runningUpperWh[slice] ?? 0],
    problem.rows[slice] ?? [],
    limitOf,
  );
}
