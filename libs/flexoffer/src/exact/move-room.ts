import type { SplitState } from './split-state.js';

/**
 * How much energy a member can move from one of its offsets to another (its length stands for the rest) at the cost of
 * the first Wh.
 */
export function moveRoom(state: SplitState, member: number, from: number, to: number): number {
  const { firstUnit, runningAt } = state.aggregate;
  const first = firstUnit[member]!;
  const length = firstUnit[member + 1]! - first;
  const lower = from === length ? Infinity : state.lowerRoom(first + from);
  const raise = to === length ? Infinity : state.raiseRoom(first + to);
  const room = Math.min(lower, raise);
  if (room <= 0) return 0;
  return Math.min(
    room,
    runningAt[member] === -1
      ? totalRoom(state, member, length, from, to)
      : runningRoom(state, member, from, to),
  );
}

function totalRoom(state: SplitState, member: number, length: number, from: number, to: number): number {
  const { totalLowerWh, totalUpperWh } = state.aggregate;
  const total = state.totalWh[member]!;
  if (from === length) return totalUpperWh[member]! - total;
  return to === length ? total - totalLowerWh[member]! : Infinity;
}

/** What the running totals in between let pass. */
function runningRoom(state: SplitState, member: number, from: number, to: number): number {
  const { runningAt, runningLowerWh, runningUpperWh } = state.aggregate;
  const running = runningAt[member]!;
  let room = Infinity;
  for (let k = running + from; k < running + to; k += 1)
    room = Math.min(room, state.runningWh[k]! - runningLowerWh[k]!);
  for (let k = running + to; k < running + from; k += 1)
    room = Math.min(room, runningUpperWh[k]! - state.runningWh[k]!);
  return room;
}
