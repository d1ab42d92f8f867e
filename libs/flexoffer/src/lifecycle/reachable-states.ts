import type { FlexOfferState } from '../flex-offer.js';
import type { Transition } from './life-cycle-table.js';

/** The states to which one or more transitions lead from `start`; `start` itself only if a life can come back to it. */
export function reachableStates(
  start: FlexOfferState,
  transitions: readonly Transition[],
): ReadonlySet<FlexOfferState> {
  const reached = new Set<FlexOfferState>();
  const waiting = [start];
  for (let state = waiting.pop(); state !== undefined; state = waiting.pop()) {
    for (const { from, to } of transitions) {
      if (from !== state || reached.has(to)) continue;
      reached.add(to);
      waiting.push(to);
    }
  }
  return reached;
}
