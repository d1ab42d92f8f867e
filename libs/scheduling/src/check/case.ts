import type { IntervalIndex, MicroPerKwh, WattHours } from '#flexoffer';
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
  readonly tradesOfBuyer: ReadonlyMap<string, readonly ClearedTrade[]>;
  /** What is asked for and not set aside, by interval and node. */
  readonly asked: ReadonlyMap<string, readonly AskedAt[]>;
}

export interface AskedAt extends AskedEnergy {
  readonly buyOrderId: string;
  readonly gridNode: string;
}

/** Assignments of unknown orders are left out here: they are a fault of their own. */
export function clearingCase(problem: ClearingProblem, clearing: Clearing): ClearingCase {
  const sellOrders = new Map(problem.sellOrders.map((order) => [order.orderId, order]));
  const tradesOfSeller = grouped(clearing.trades, ({ sellOrderId }) => sellOrderId);
  const assigned = clearing.assignments.flatMap((assignment) => {
    const order = sellOrders.get(assignment.orderId);
    if (order === undefined) return [];
    const trades = tradesOfSeller.get(order.orderId) ?? [];
    return [{ order, assignment, changesWh: changesOf(order, assignment), trades }];
  });
  return {
    problem,
    clearing,
    buyOrders: new Map(problem.buyOrders.map((order) => [order.orderId, order])),
    assigned,
    tradesOfBuyer: grouped(clearing.trades, ({ buyOrderId }) => buyOrderId),
    asked: grouped(openRequests(problem, clearing), ({ interval, gridNode }) => `${interval} ${gridNode}`),
  };
}

function openRequests({ buyOrders }: ClearingProblem, { setAside }: Clearing): AskedAt[] {
  const gone = new Set(
    setAside.map(({ side, orderId, interval }) => JSON.stringify([side, orderId, interval ?? null])),
  );
  const stays = (orderId: string, interval: number | null): boolean =>
    !gone.has(JSON.stringify(['buy', orderId, interval]));
  return buyOrders
    .filter(({ orderId }) => stays(orderId, null))
    .flatMap(({ orderId, gridNode, intervals }) =>
      intervals
        .filter(({ interval }) => stays(orderId, interval))
        .map((asked) => ({ ...asked, buyOrderId: orderId, gridNode })),
    );
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
  { asked }: ClearingCase,
  seller: SellOrder,
  interval: IntervalIndex,
  sign: number,
): AskedAt[] {
  const here: AskedAt[] = [];
  // Every node above the seller's, its own first: `z.a.cp1`, `z.a`, `z`.
  for (let node = seller.gridNode; node !== ''; node = node.slice(0, Math.max(0, node.lastIndexOf('.'))))
    here.push(...(asked.get(`${interval} ${node}`) ?? []));
  return here.filter(({ changeWh }) => Math.sign(changeWh) === sign);
}

/** The sum of the changes of those trades that lie in one interval. */
export function soldIn(trades: readonly ClearedTrade[], interval: IntervalIndex): WattHours {
  return trades.reduce((sum, trade) => sum + (trade.interval === interval ? trade.changeWh : 0), 0);
}

/** What a kWh pays on the way from a seller up to its buyer: the price of every node passed. */
export function transferBetween(
  { transferPrices }: ClearingProblem,
  sellerNode: string,
  buyerNode: string,
): MicroPerKwh {
  return transferPrices
    .filter(({ gridNode }) => isAtOrBelow(sellerNode, gridNode) && !isAtOrBelow(buyerNode, gridNode))
    .reduce((sum, { price }) => sum + price, 0);
}

function grouped<Key, Value>(values: readonly Value[], keyOf: (value: Value) => Key): Map<Key, Value[]> {
  const groups = new Map<Key, Value[]>();
  for (const value of values) {
    const key = keyOf(value);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [value]);
    else group.push(value);
  }
  return groups;
}
