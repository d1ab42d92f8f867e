import type { IntervalIndex, WattHours } from '#flexoffer';
import type {
  Assignment,
  AskedEnergy,
  BuyOrder,
  ClearedTrade,
  Clearing,
  ClearingProblem,
  SellOrder,
} from '../clearing.js';
import { isAtOrBelow } from '../grid-node.js';

/** An assigned sell order with what it changes and sells; both by interval, the buyer's sign. */
export interface AssignedOrder {
  readonly order: SellOrder;
  readonly assignment: Assignment;
  /** Default minus scheduled energy, for every interval of either schedule. */
  readonly changesWh: ReadonlyMap<IntervalIndex, WattHours>;
  readonly trades: readonly ClearedTrade[];
}

/** A clearing beside its problem, looked up for checking. Shares no code with the search. */
export interface ClearingCase {
  readonly problem: ClearingProblem;
  readonly clearing: Clearing;
  readonly buyOrders: ReadonlyMap<string, BuyOrder>;
  readonly assigned: readonly AssignedOrder[];
}

/** Assignments of unknown orders are left out here: they are a fault of their own. */
export function clearingCase(problem: ClearingProblem, clearing: Clearing): ClearingCase {
  const sellOrders = new Map(problem.sellOrders.map((order) => [order.orderId, order]));
  const assigned = clearing.assignments.flatMap((assignment) => {
    const order = sellOrders.get(assignment.orderId);
    if (order === undefined) return [];
    const trades = clearing.trades.filter(({ sellOrderId }) => sellOrderId === order.orderId);
    return [{ order, assignment, changesWh: changesOf(order, assignment), trades }];
  });
  const buyOrders = new Map(problem.buyOrders.map((order) => [order.orderId, order]));
  return { problem, clearing, buyOrders, assigned };
}

function changesOf({ offer }: SellOrder, { schedule }: Assignment): Map<IntervalIndex, WattHours> {
  const changes = new Map<IntervalIndex, WattHours>();
  const add = (start: IntervalIndex, energiesWh: readonly WattHours[], sign: 1 | -1): void =>
    energiesWh.forEach((energy, unit) =>
      changes.set(start + unit, (changes.get(start + unit) ?? 0) + sign * energy),
    );
  add(offer.defaultSchedule.start, offer.defaultSchedule.energiesWh, 1);
  add(schedule.start, schedule.energiesWh, -1);
  return changes;
}

/** What buyers whom the seller can serve ask for in one interval, of the given sign. */
export function askedOf(
  { problem }: ClearingCase,
  seller: SellOrder,
  interval: IntervalIndex,
  sign: number,
): (AskedEnergy & { readonly buyOrderId: string })[] {
  return problem.buyOrders
    .filter(({ gridNode }) => isAtOrBelow(seller.gridNode, gridNode))
    .flatMap(({ orderId, intervals }) =>
      intervals
        .filter((asked) => asked.interval === interval && Math.sign(asked.changeWh) === sign)
        .map((asked) => ({ ...asked, buyOrderId: orderId })),
    );
}

/** The sum of the changes of those trades that lie in one interval. */
export function soldIn(trades: readonly ClearedTrade[], interval: IntervalIndex): WattHours {
  return trades.reduce((sum, trade) => sum + (trade.interval === interval ? trade.changeWh : 0), 0);
}
