import type { Instant, IntervalIndex, Schedule, WattHours } from '#flexoffer';
import { derivedId } from '#identifiers';
import type { CommittedChange, FoundClearing } from '#scheduling';
import { groupBy } from '../orders/group-by.js';
import type { Trade } from '../trades/trade.entity.js';
import { gateIdOf } from './gate-time.js';
import type { OpenBook, OpenBuyOrder, OpenSellOrder } from './open-book.js';

/** A sell order that traded in this gate. */
export interface TradedSellOrder {
  readonly order: OpenSellOrder;
  readonly schedule: Schedule;
  readonly trades: readonly Trade[];
}

/** What a clearing means for the orders of the book. */
export interface GateOutcome {
  readonly trades: readonly Trade[];
  readonly soldOrders: readonly TradedSellOrder[];
  /** Every buy order with what it has now, those that got nothing included. */
  readonly buyOrders: readonly OpenBuyOrder[];
  /** What the new schedules move, by node and interval. */
  readonly changes: readonly CommittedChange[];
}

export function gateOutcome(
  book: OpenBook,
  clearing: FoundClearing,
  gate: Instant,
  currency: string,
): GateOutcome {
  const buyOrders = new Map(book.buyOrders.map((order) => [order.orderId, order]));
  const sellOrders = new Map(book.sellOrders.map((order) => [order.orderId, order]));
  const gateId = gateIdOf(gate);
  const tradesId = derivedId('tr', gateId);
  const trades = clearing.trades.map((trade, index): Trade => {
    const { buyOrderId, sellOrderId, interval, changeWh, price, transferPrice } = trade;
    const seller = known(sellOrders, sellOrderId);
    return {
      // Numbered, so that the indexes of all who store a large gate's trades grow from one end to the other.
      tradeId: `${tradesId}-${String(index + 1).padStart(6, '0')}`,
      gateId,
      buyOrderId,
      sellOrderId,
      buyerId: known(buyOrders, buyOrderId).participantId,
      sellerId: seller.participantId,
      gridNode: seller.gridNode,
      interval,
      changeWh,
      price,
      transferPrice,
      currency,
      at: gate,
    };
  });
  const bySeller = groupBy(trades, ({ sellOrderId }) => sellOrderId);
  const soldOrders = clearing.assignments.map(({ orderId, schedule }) => ({
    order: known(sellOrders, orderId),
    schedule: withDurations(schedule, known(sellOrders, orderId)),
    trades: bySeller.get(orderId) ?? [],
  }));
  const byBuyer = groupBy(trades, ({ buyOrderId }) => buyOrderId);
  return {
    trades,
    soldOrders,
    buyOrders: book.buyOrders.map((order) => served(order, byBuyer.get(order.orderId) ?? [])),
    changes: soldOrders.flatMap(changesOf),
  };
}

/** What was cleared lasts as long as the default schedule. */
function withDurations(schedule: Schedule, { offer }: OpenSellOrder): Schedule {
  const { durations } = offer.defaultSchedule;
  return durations === undefined ? schedule : { ...schedule, durations };
}

function known<Order>(orders: ReadonlyMap<string, Order>, orderId: string): Order {
  const order = orders.get(orderId);
  if (order === undefined) throw new Error(`the clearing names an order ${orderId} that was not in it`);
  return order;
}

function served(order: OpenBuyOrder, trades: readonly Trade[]): OpenBuyOrder {
  if (trades.length === 0) return order;
  const bought = new Map<IntervalIndex, WattHours>();
  for (const { interval, changeWh } of trades) bought.set(interval, (bought.get(interval) ?? 0) + changeWh);
  return {
    ...order,
    intervals: order.intervals.map((asked) => ({
      ...asked,
      acceptedWh: asked.acceptedWh + (bought.get(asked.interval) ?? 0),
    })),
  };
}

/** Default minus scheduled energy, which is the buyer's sign: positive where the seller now consumes less. */
function changesOf({ order: { offer, gridNode }, schedule }: TradedSellOrder): CommittedChange[] {
  const changes = new Map<IntervalIndex, WattHours>();
  const add = ({ start, energiesWh }: Schedule, sign: 1 | -1): void =>
    energiesWh.forEach((energy, unit) =>
      changes.set(start + unit, (changes.get(start + unit) ?? 0) + sign * energy),
    );
  add(offer.defaultSchedule, 1);
  add(schedule, -1);
  return [...changes]
    .filter(([, changeWh]) => changeWh !== 0)
    .map(([interval, changeWh]) => ({ gridNode, interval, changeWh }));
}
