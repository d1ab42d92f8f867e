import { clear, clearingFaults, plainClearing, type Clearing, type ClearingProblem } from '#scheduling';

/**
 * How a clearing was found. `search`: as always. `stopped`: the search ran out of time and this is what it had.
 * `plain`: the plainest lawful way, because the search failed or had less. `nothing`: even that failed.
 */
export type ClearingMethod = 'search' | 'stopped' | 'plain' | 'nothing';

export interface ClearingDecision {
  readonly method: ClearingMethod;
  readonly result: Clearing;
  /** Why it is not the usual way. */
  readonly reason?: string;
  /** How many steps the search had done when it was stopped: with them the result comes out again. */
  readonly steps?: number;
}

/** The ways to clear; tests put broken ones in. */
export interface ClearingWays {
  readonly search: typeof clear;
  readonly plain: typeof plainClearing;
}

const WAYS: ClearingWays = { search: clear, plain: plainClearing };

/**
 * Clears, and checks what comes out by the rules alone. Whatever goes wrong in the search, the gate still closes, with
 * the best lawful result that there is.
 *
 * @param isLate asked between steps; true when the gate cannot wait any longer
 */
export function decideClearing(
  problem: ClearingProblem,
  isLate: () => boolean,
  ways: ClearingWays = WAYS,
): ClearingDecision {
  const watch = { steps: 0, late: false };
  const isOver = (): boolean => {
    watch.late ||= isLate();
    if (!watch.late) watch.steps += 1;
    return watch.late;
  };
  const searched = attempt(problem, () => ways.search(problem, isOver));
  if (typeof searched !== 'string' && !watch.late) return { method: 'search', result: searched };
  const plain = attempt(problem, () => ways.plain(problem));
  const reason = typeof searched === 'string' ? searched : `out of time after ${watch.steps} steps`;
  if (
    typeof searched !== 'string' &&
    (typeof plain === 'string' || plain.surplusMicro <= searched.surplusMicro)
  )
    return { method: 'stopped', result: searched, reason, steps: watch.steps };
  if (typeof plain !== 'string') return { method: 'plain', result: plain, reason };
  return { method: 'nothing', result: nothingCleared(problem), reason: `${reason}; then: ${plain}` };
}

/** The same result again, from what is stored. */
export function decideAgain(
  problem: ClearingProblem,
  { method, steps = 0 }: Pick<ClearingDecision, 'method'> & { readonly steps?: number | undefined },
): Clearing {
  let asked = 0;
  switch (method) {
    case 'search':
      return clear(problem);
    case 'stopped':
      return clear(problem, () => (asked += 1) > steps);
    case 'plain':
      return plainClearing(problem);
    case 'nothing':
      return nothingCleared(problem);
  }
}

/** A lawful clearing, or what is wrong. The search is the one part of a gate that may fail without ending it. */
function attempt(problem: ClearingProblem, run: () => Clearing): Clearing | string {
  try {
    const clearing = run();
    const faults = clearingFaults(problem, clearing);
    return faults.length === 0 ? clearing : `the result breaks rules: ${faults.slice(0, 5).join('; ')}`;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

export function nothingCleared({ buyOrders }: Pick<ClearingProblem, 'buyOrders'>): Clearing {
  return {
    assignments: [],
    trades: [],
    unserved: buyOrders.flatMap(({ orderId, intervals }) =>
      intervals.map(({ interval, changeWh }) => ({ buyOrderId: orderId, interval, changeWh })),
    ),
    setAside: [],
    surplusMicro: 0,
    boundMicro: 0,
  };
}
