import {
  clear,
  clearingFaults,
  clearUnproven,
  plainBoundMicro,
  plainClearing,
  type Clearing,
  type ClearingProblem,
  type FoundClearing,
} from '#scheduling';
import type { ClearingSearch, Searched } from './clearing-search.js';

/**
 * How a clearing was found. `search`: as always. `stopped`: the search ran out of time and this is what it had.
 * `unproven`: as found by the search, but with the weakest bound, since the search for a better one failed. `plain`: the
 * plainest lawful way, because the search failed or had less. `nothing`: even that failed.
 */
export type ClearingMethod = 'search' | 'stopped' | 'unproven' | 'plain' | 'nothing';

export interface ClearingDecision {
  readonly method: ClearingMethod;
  readonly result: Clearing;
  /** Why it is not the usual way. */
  readonly reason?: string;
  /** How many steps the search had done when it was stopped: with them the result comes out again. */
  readonly steps?: number;
}

/** Who trades, and with a bound, a little later, the whole decision. It never fails. */
export interface EarlyDecision {
  readonly found: FoundClearing;
  readonly decision: Promise<ClearingDecision>;
}

/** The ways to clear; tests put broken ones in. */
export interface ClearingWays {
  readonly search: ClearingSearch;
  readonly plain: typeof plainClearing;
}

/**
 * Clears, and checks what comes out by the rules alone. Whatever goes wrong in the search, the gate still closes, with
 * the best lawful result that there is.
 */
export async function decideClearing(
  problem: ClearingProblem,
  { search, plain: clearPlainly }: ClearingWays,
): Promise<EarlyDecision> {
  const searched = await attemptSearch(problem, search);
  if (typeof searched !== 'string' && !searched.progress.isLate) return early(problem, searched);
  const plain = attempt(problem, () => clearPlainly(problem));
  const isPlainBetter =
    typeof plain !== 'string' &&
    (typeof searched === 'string' || plain.surplusMicro > searched.found.surplusMicro);
  if (typeof searched !== 'string' && !isPlainBetter) return early(problem, searched);
  const reason = typeof searched === 'string' ? searched : outOfTime(searched.progress.steps);
  if (typeof plain !== 'string') return atOnce({ method: 'plain', result: plain, reason });
  return atOnce({
    method: 'nothing',
    result: nothingCleared(problem),
    reason: `${reason}; then: ${plain}`,
  });
}

/** The same result again, from what is stored. */
export function decideAgain(
  problem: ClearingProblem,
  { method, steps = Infinity }: Pick<ClearingDecision, 'method'> & { readonly steps?: number | undefined },
): Clearing {
  let asked = 0;
  const isOver = (): boolean => (asked += 1) > steps;
  switch (method) {
    case 'search':
    case 'stopped':
      return clear(problem, isOver);
    case 'unproven':
      return weaklyBound(problem, clearUnproven(problem, isOver).found);
    case 'plain':
      return plainClearing(problem);
    case 'nothing':
      return nothingCleared(problem);
  }
}

function early(problem: ClearingProblem, searched: Searched): EarlyDecision {
  return { found: searched.found, decision: proven(problem, searched) };
}

function atOnce(decision: ClearingDecision): EarlyDecision {
  return { found: decision.result, decision: Promise.resolve(decision) };
}

async function proven(
  problem: ClearingProblem,
  { found, progress: before, proof }: Searched,
): Promise<ClearingDecision> {
  try {
    const { boundMicro, progress } = await proof;
    if (!(boundMicro >= found.surplusMicro)) throw new Error(`${boundMicro} lies below the surplus`);
    const result = { ...found, boundMicro };
    if (!progress.isLate) return { method: 'search', result };
    return { method: 'stopped', result, reason: outOfTime(progress.steps), steps: progress.steps };
  } catch (error) {
    const decision = { method: 'unproven' as const, result: weaklyBound(problem, found) };
    const reason = `no bound: ${messageOf(error)}`;
    return before.isLate ? { ...decision, reason, steps: before.steps } : { ...decision, reason };
  }
}

const weaklyBound = (problem: ClearingProblem, found: FoundClearing): Clearing => ({
  ...found,
  boundMicro: Math.max(found.surplusMicro, plainBoundMicro(problem)),
});

const outOfTime = (steps: number): string => `out of time after ${steps} steps`;

/** What the search found, if it is lawful, or what is wrong. */
async function attemptSearch(problem: ClearingProblem, search: ClearingSearch): Promise<Searched | string> {
  try {
    const searched = await search(problem);
    const { found } = searched;
    return faultsOf(problem, { ...found, boundMicro: found.surplusMicro }) ?? searched;
  } catch (error) {
    return messageOf(error);
  }
}

/** A lawful clearing, or what is wrong. To clear is the one part of a gate that may fail without ending it. */
function attempt(problem: ClearingProblem, run: () => Clearing): Clearing | string {
  try {
    const clearing = run();
    return faultsOf(problem, clearing) ?? clearing;
  } catch (error) {
    return messageOf(error);
  }
}

function faultsOf(problem: ClearingProblem, clearing: Clearing): string | undefined {
  const faults = clearingFaults(problem, clearing);
  return faults.length === 0 ? undefined : `the result breaks rules: ${faults.slice(0, 5).join('; ')}`;
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

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
