import { assertClearable } from './assert-clearable.js';
import type { Assignment, ClearedTrade, Clearing, ClearingProblem, UnservedEnergy } from './clearing.js';
import { CapacityLedger } from './search/capacity-ledger.js';
import { meritOrder } from './search/merit-order.js';
import { RequestBook } from './search/request-book.js';
import { readSeller } from './search/seller.js';
import { surplusMicro } from './search/surplus.js';
import { sweep } from './search/sweeps.js';
import type { Position } from './search/sweeps.js';
import { compareText } from './text-order.js';

/** Rounds after which the search stops if it is still improving; three or four are usual. */
const MAXIMUM_SWEEPS = 8;

/**
 * Clears one gate: who trades, with which schedule, and who buys what of whom. A pure function of its input and
 * independent of the order of its lists. Exact for one seller (unless visible buyers ask for both directions in one
 * interval), a heuristic for many: README.md has the model, its rules and its limits.
 *
 * The offers are taken as accepted: integer bounds, a feasible default schedule. Throws a RangeError on what can
 * only be a bug of the caller (see `assertClearable`).
 */
export function clear(problem: ClearingProblem): Clearing {
  assertClearable(problem);
  const book = new RequestBook(problem);
  const sellers = meritOrder(
    problem.sellOrders.map((order) => readSeller(order, problem.firstInterval, book)),
  );
  const end = sellers.reduce(
    (last, seller) => Math.max(last, seller.reachFrom + seller.cells),
    problem.firstInterval,
  );
  const positions = sweep(sellers, new CapacityLedger(problem, end), MAXIMUM_SWEEPS).sort((left, right) =>
    compareText(left.seller.orderId, right.seller.orderId),
  );
  const trades = positions.flatMap(tradesOf);
  return {
    assignments: positions.map(assignmentOf),
    trades,
    unserved: unservedEnergy(problem, trades),
    surplusMicro: surplusMicro(positions),
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

function tradesOf({ seller, sales }: Position): ClearedTrade[] {
  return sales
    .map(({ request, soldWh }) => ({
      buyOrderId: request.buyOrderId,
      sellOrderId: seller.orderId,
      interval: request.interval,
      changeWh: request.direction * soldWh,
      price: request.direction > 0 ? seller.price.down : seller.price.up,
    }))
    .sort((left, right) => left.interval - right.interval || compareText(left.buyOrderId, right.buyOrderId));
}

function unservedEnergy({ buyOrders }: ClearingProblem, trades: readonly ClearedTrade[]): UnservedEnergy[] {
  const soldWh = new Map<string, number>();
  for (const { buyOrderId, interval, changeWh } of trades) {
    const key = `${interval} ${buyOrderId}`;
    soldWh.set(key, (soldWh.get(key) ?? 0) + changeWh);
  }
  return buyOrders
    .flatMap(({ orderId, intervals }) =>
      intervals.map(({ interval, changeWh }) => ({
        buyOrderId: orderId,
        interval,
        changeWh: changeWh - (soldWh.get(`${interval} ${orderId}`) ?? 0),
      })),
    )
    .filter(({ changeWh }) => changeWh !== 0)
    .sort((left, right) => compareText(left.buyOrderId, right.buyOrderId) || left.interval - right.interval);
}
