import type { EnergySet } from '../exact/energy-set.js';
import type { WattHours } from '../flex-offer.js';
import { approach } from './approach.js';
import { ownRange, type WholeRange } from './dependency-row.js';
import { projectedSlices } from './projected-slices.js';
import { hasRows, type SliceProblem } from './slice-problem.js';

/** After so many steps the search gives up; only polygons thinner than a watt-hour need more than one for each slice. */
const MOST_STEPS = 200_000;

/**
 * Feasible energies of slices near to wished ones, in the sum of absolute deviations; undefined if none were found.
 *
 * Without rows the result is the nearest there is. Each slice keeps as near to its wish as the later slices can still
 * make up for. That is optimal: what it costs to go on from a running total rises by at most 1 Wh with each Wh, so a
 * deviation never saves more later than it costs now. Deviations come as late as they can.
 *
 * With rows of a dependency the same walk, or `known` if that is nearer, is the start of a descent (`approach`). The
 * walk turns back at dead ends, which whole watt-hours can have. `known` are feasible energies, if some are known.
 */
export function nearestSlices(
  problem: SliceProblem,
  wishedWh: readonly WattHours[],
  known?: readonly WattHours[],
): WattHours[] | undefined {
  const projected = projectedSlices(problem);
  if (projected === undefined) return undefined;
  const walked = walk(projected, problem, wishedWh);
  if (!hasRows(problem)) return walked;
  const starts = [walked, known].filter((start) => start !== undefined);
  const deviation = (energies: readonly WattHours[]): number =>
    energies.reduce((sum, energy, slice) => sum + Math.abs(energy - (wishedWh[slice] ?? 0)), 0);
  const [start] = starts.sort((one, other) => deviation(one) - deviation(other));
  return start === undefined ? undefined : approach(problem, projected, start, wishedWh);
}

/** Forwards, each slice as near to its wish as is possible; back and further away from the wish at dead ends. */
function walk(
  set: EnergySet,
  problem: SliceProblem,
  wishedWh: readonly WattHours[],
): WattHours[] | undefined {
  const chosen: WattHours[] = [];
  const tries: number[] = [];
  const dead = new Set<string>();
  let before = 0;
  for (let step = 0; chosen.length < wishedWh.length; step += 1) {
    const slice = chosen.length;
    const range = rangeAt(set, problem, slice, before);
    const next = nthNearest(range, wishedWh[slice] ?? 0, tries[slice] ?? 0);
    if (next !== undefined) {
      tries[slice] = (tries[slice] ?? 0) + 1;
      if (dead.has(`${slice + 1} ${before + next}`)) continue;
      chosen.push(next);
      tries[slice + 1] = 0;
      before += next;
      continue;
    }
    dead.add(`${slice} ${before}`);
    const last = chosen.pop();
    if (last === undefined || step > MOST_STEPS) return undefined;
    before -= last;
  }
  return chosen;
}

function rangeAt(set: EnergySet, problem: SliceProblem, slice: number, before: WattHours): WholeRange {
  const { lower, upper } = ownRange(problem.rows[slice] ?? [], before);
  return {
    lower: Math.max(lower, set.lowerWh[slice] ?? 0, (set.runningLowerWh[slice] ?? 0) - before),
    upper: Math.min(upper, set.upperWh[slice] ?? 0, (set.runningUpperWh[slice] ?? 0) - before),
  };
}

/** The whole numbers of a range by their distance from the wish, counted from 0; undefined after the last. */
function nthNearest({ lower, upper }: WholeRange, wish: WattHours, index: number): WattHours | undefined {
  if (index > upper - lower) return undefined;
  const nearest = Math.min(Math.max(wish, lower), upper);
  const bothSides = Math.min(nearest - lower, upper - nearest);
  if (index > 2 * bothSides) {
    return nearest - lower > bothSides ? nearest + bothSides - index : nearest - bothSides + index;
  }
  const away = Math.ceil(index / 2);
  return index % 2 === 1 ? nearest + away : nearest - away;
}
