import { assertClearable } from './assert-clearable.js';
import { boundMicro } from './bound/bound.js';
import type { Assignment, ClearedTrade, Clearing, ClearingProblem, FoundClearing } from './clearing.js';
import { affordableSearches } from './conditions/effort.js';
import { keepConditions } from './conditions/keep-conditions.js';
import { reconsiderChoices } from './conditions/reconsider-choices.js';
import type { Match } from './pricing/match.js';
import { pricesOf } from './pricing/prices-of.js';
import { askedOfSale } from './search/asked-of-sale.js';
import type { Position } from './search/sweeps.js';
import { NEVER_OVER, type IsOver } from './time-limit.js';
import { compareText } from './text-order.js';
import { unservedEnergy } from './unserved-energy.js';

/** What was found before it is known how good it is: the bound takes about half as long again. */
export interface UnprovenClearing {
  readonly found: FoundClearing;
  /** The `boundMicro` that belongs to it; asks `isOver` further. */
  readonly prove: () => number;
}

/**
 * Clears one gate: who trades, with which schedule, and who buys what of whom. A pure function of its input and
 * independent of the order of its lists. README.md has the model, its rules and its limits; `boundMicro` of the
 * result tells how much better any other clearing could be at most.
 *
 * The offers are taken as accepted: integer bounds, a feasible default schedule. Throws a RangeError on what can
 * only be a bug of the caller (see `assertClearable`).
 */
export function clear(problem: ClearingProblem, isOver: IsOver = NEVER_OVER): Clearing {
  const { found, prove } = clearUnproven(problem, isOver);
  return { ...found, boundMicro: prove() };
}

/** As `clear`, in two steps: who trades does not depend on the bound, and need not wait for it. */
export function clearUnproven(problem: ClearingProblem, isOver: IsOver = NEVER_OVER): UnprovenClearing {
  assertClearable(problem);
  const selection = reconsiderChoices(
    problem,
    keepConditions(problem, isOver),
    affordableSearches(problem),
    isOver,
  );
  const { surplusMicro, setAside } = selection;
  const positions = selection.positions.toSorted((left, right) =>
    compareText(left.seller.orderId, right.seller.orderId),
  );
  const trades = tradesOf(positions, problem);
  const unserved = unservedEnergy(problem, trades);
  return {
    found: { assignments: positions.map(assignmentOf), trades, unserved, setAside, surplusMicro },
    prove: () => Math.max(surplusMicro, boundMicro(problem, positions, isOver)),
  };
}

function assignmentOf({ seller, response }: Position): Assignment {
  const from = response.start - seller.reachFrom;
  const energiesWh = Array.from(
    seller.lowerWh,
    (_, unit) => seller.defaultWh[from + unit]! - response.changesWh[from + unit]!,
  );
  return { orderId: seller.orderId, schedule: { start: response.start, energiesWh } };
}

function tradesOf(positions: readonly Position[], { pricing }: ClearingProblem): ClearedTrade[] {
  const matches = positions.flatMap(matchesOf);
  const prices = pricesOf(matches, pricing);
  return matches.map(({ buyOrderId, sellOrderId, interval, changeWh, ask, transferPrice }, index) => ({
    buyOrderId,
    sellOrderId,
    interval,
    changeWh,
    price: prices[index] ?? ask,
    transferPrice,
  }));
}

function matchesOf(position: Position): Match[] {
  const { seller, sales } = position;
  return sales
    .map((sale) => ({ ...sale, asked: askedOfSale(position, sale) }))
    .map(({ request, soldWh, asked }) => ({
      buyOrderId: request.buyOrderId,
      sellOrderId: seller.orderId,
      gridNode: request.gridNode,
      interval: request.interval,
      changeWh: request.direction * soldWh,
      bid: request.worth - request.transfer,
      ask: asked - seller.transfer,
      transferPrice: seller.transfer - request.transfer,
    }))
    .sort((left, right) => left.interval - right.interval || compareText(left.buyOrderId, right.buyOrderId));
}
