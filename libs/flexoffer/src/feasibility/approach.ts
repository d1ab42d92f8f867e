import type { EnergySet } from '../exact/energy-set.js';
import type { WattHours } from '../flex-offer.js';
import { rowHolds } from './dependency-row.js';
import type { SliceProblem } from './slice-problem.js';

/** Rounds at one step width; a descent that still gains after them goes on with the next width. */
const MOST_ROUNDS = 24;
const MOVES = [0, -1, 1];

/**
 * Moves feasible energies towards wished ones and keeps them feasible. A round looks at the running totals: each may
 * stay or move by one step up or down, and dynamic programming over the slices finds the best of all those 3^T
 * combinations. Rounds are repeated while they gain, with steps that are halved from the widest range down to 1 Wh.
 *
 * The result is never further from the wish than the start, and a local optimum. (Without rows it would be the
 * nearest there is: the deviation is then an L-natural-convex function of the running totals, for which steps of one
 * in any subset of them suffice; Murota, Discrete Convex Analysis, 2003, chapter 7.)
 */
export function approach(
  problem: SliceProblem,
  bounds: EnergySet,
  start: readonly WattHours[],
  wishedWh: readonly WattHours[],
): WattHours[] {
  let energies = [...start];
  let widest = 1;
  bounds.runningUpperWh.forEach((upper, slice) => {
    widest = Math.max(widest, upper - (bounds.runningLowerWh[slice] ?? upper));
  });
  for (let step = 2 ** Math.floor(Math.log2(widest)); step >= 1; step /= 2) {
    for (let round = 0; round < MOST_ROUNDS; round += 1) {
      const moved = bestMove(problem, bounds, energies, wishedWh, step);
      if (moved === undefined) break;
      energies = moved;
    }
  }
  return energies;
}

/** The energies after the best moves of the running totals; undefined if no moves gain anything. */
function bestMove(
  problem: SliceProblem,
  bounds: EnergySet,
  energies: readonly WattHours[],
  wishedWh: readonly WattHours[],
  step: number,
): WattHours[] | undefined {
  const from: number[] = [];
  let costs = [0, Infinity, Infinity];
  let before = 0;
  energies.forEach((energy, slice) => {
    const next = [Infinity, Infinity, Infinity];
    MOVES.forEach((moveBefore, indexBefore) => {
      const cost = costs[indexBefore] ?? Infinity;
      if (cost === Infinity) return;
      MOVES.forEach((move, index) => {
        const own = energy + (move - moveBefore) * step;
        const total = cost + Math.abs(own - (wishedWh[slice] ?? 0));
        if (total >= (next[index] ?? Infinity)) return;
        if (!isPossible(problem, bounds, slice, before + moveBefore * step, own)) return;
        next[index] = total;
        from[slice * MOVES.length + index] = indexBefore;
      });
    });
    costs = next;
    before += energy;
  });
  return gained(costs, energies, wishedWh) ? traced(energies, from, costs, step) : undefined;
}

function gained(
  costs: readonly number[],
  energies: readonly WattHours[],
  wishedWh: readonly WattHours[],
): boolean {
  const present = energies.reduce((sum, energy, slice) => sum + Math.abs(energy - (wishedWh[slice] ?? 0)), 0);
  return costs.some((cost) => cost < present);
}

/** The moves that led to the least cost, from the last slice back to the first. */
function traced(
  energies: readonly WattHours[],
  from: readonly number[],
  costs: readonly number[],
  step: number,
): WattHours[] {
  const moved = [...energies];
  let index = costs.reduce((best, cost, each) => (cost < (costs[best] ?? Infinity) ? each : best), 0);
  for (let slice = energies.length - 1; slice >= 0; slice -= 1) {
    const indexBefore = from[slice * MOVES.length + index] ?? 0;
    moved[slice] = (energies[slice] ?? 0) + ((MOVES[index] ?? 0) - (MOVES[indexBefore] ?? 0)) * step;
    index = indexBefore;
  }
  return moved;
}

function isPossible(
  problem: SliceProblem,
  bounds: EnergySet,
  slice: number,
  before: WattHours,
  own: WattHours,
): boolean {
  const after = before + own;
  if (own < (bounds.lowerWh[slice] ?? own) || own > (bounds.upperWh[slice] ?? own)) return false;
  if (after < (bounds.runningLowerWh[slice] ?? after) || after > (bounds.runningUpperWh[slice] ?? after)) {
    return false;
  }
  const rows = problem.rows[slice] ?? [];
  for (const row of rows) if (!rowHolds(row, before, own)) return false;
  return true;
}
