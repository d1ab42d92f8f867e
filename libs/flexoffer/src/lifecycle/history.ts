import type { FlexOfferState } from '../flex-offer.js';
import type { Fault, Result } from '../result.js';
import type { Instant } from '../time.js';
import type { Actor } from './actor.js';
import { mayCause, mayMove } from './life-cycle.js';

/** When an offer came into a state, and who brought it there. */
export interface HistoryStep {
  readonly state: FlexOfferState;
  readonly at: Instant;
  readonly by: Actor;
  readonly reason?: string;
}

/** The life of an offer so far, from its first state to its present one. */
export type History = readonly HistoryStep[];

/** Where a history may begin: at its owner's, or where its receiver first sees it. */
const FIRST_STATES: readonly FlexOfferState[] = ['initial', 'offered'];

/**
 * A history with one step more. Refused with every reason: a step that the life cycle does not have or does not give
 * to this actor (path `state` or `by`), and an instant that is none or lies before the last step (path `at`).
 * Two steps may fall on one instant. The given history stays as it was.
 */
export function append(history: History, step: HistoryStep): Result<History> {
  const last = history.at(-1);
  const faults = [...instantFaults(last, step), ...(last ? moveFaults(last, step) : firstFaults(step))];
  return faults.length === 0 ? { ok: true, value: [...history, step] } : { ok: false, faults };
}

function instantFaults(last: HistoryStep | undefined, { at }: HistoryStep): Fault[] {
  if (!Number.isSafeInteger(at)) return [{ path: 'at', message: `${at} is not an instant` }];
  if (last === undefined || at >= last.at) return [];
  return [{ path: 'at', message: `lies ${last.at - at} ms before the step to ${last.state}` }];
}

function firstFaults({ state, by }: HistoryStep): Fault[] {
  if (!FIRST_STATES.includes(state))
    return [
      { path: 'state', message: `no life begins as ${state}; it begins as ${FIRST_STATES.join(' or ')}` },
    ];
  return by === 'owner' ? [] : [{ path: 'by', message: `a life is begun by the owner, not by the ${by}` }];
}

function moveFaults(last: HistoryStep, { state, by }: HistoryStep): Fault[] {
  if (!mayMove(last.state, state))
    return [{ path: 'state', message: `an offer cannot go from ${last.state} to ${state}` }];
  if (mayCause(by, last.state, state)) return [];
  return [{ path: 'by', message: `the ${by} may not take an offer from ${last.state} to ${state}` }];
}
