import type { Instant, IntervalIndex } from '#flexoffer';
import type { OpenBook, OpenBuyOrder, OpenSellOrder } from './open-book.js';

export interface ExpiredSellOrder {
  readonly order: OpenSellOrder;
  readonly reason: string;
}

export interface ExpiredBuyOrder {
  readonly order: OpenBuyOrder;
  readonly reason: string;
}

/** The book at a gate: what can trade in it, and what it is too late for. */
export interface BookAtGate {
  readonly tradable: OpenBook;
  readonly expiredBuyOrders: readonly ExpiredBuyOrder[];
  readonly expiredSellOrders: readonly ExpiredSellOrder[];
}

/**
 * Parts the orders that can still trade from those that cannot any more.
 *
 * ```
 *              gate                 firstInterval
 * -------------|--------------------|--------------------▶
 *     ↑ validUntil before: expired    ↑ startBefore in here or later: for sale
 *              ↑ exactly at the gate: for sale
 * ```
 */
export function bookAtGate(book: OpenBook, gate: Instant, firstInterval: IntervalIndex): BookAtGate {
  const expiredBuyOrders = book.buyOrders.flatMap((order) => {
    const reason = buyExpiryOf(order, gate, firstInterval);
    return reason === undefined ? [] : [{ order, reason }];
  });
  const expiredSellOrders = book.sellOrders.flatMap((order) => {
    const reason = expiryOf(order, gate, firstInterval);
    return reason === undefined ? [] : [{ order, reason }];
  });
  const expired = new Set<unknown>([...expiredSellOrders, ...expiredBuyOrders].map(({ order }) => order));
  return {
    tradable: {
      buyOrders: book.buyOrders.filter((order) => !expired.has(order)),
      sellOrders: book.sellOrders.filter((order) => !expired.has(order)),
    },
    expiredBuyOrders,
    expiredSellOrders,
  };
}

/** Whether a buy order still lacks energy in an interval that can trade. */
export function hasOpenIntervals({ intervals }: OpenBuyOrder, firstInterval: IntervalIndex): boolean {
  return intervals.some(
    ({ interval, changeWh, acceptedWh }) => interval >= firstInterval && changeWh !== acceptedWh,
  );
}

function buyExpiryOf(order: OpenBuyOrder, gate: Instant, firstInterval: IntervalIndex): string | undefined {
  const served = order.intervals.some(({ acceptedWh }) => acceptedWh !== 0);
  if (order.validUntil !== null && order.validUntil < gate)
    return served
      ? 'not everything was for sale before it expired'
      : 'nothing was for sale before it expired';
  if (hasOpenIntervals(order, firstInterval)) return undefined;
  return served
    ? 'not everything was for sale before gate closure'
    : 'nothing was for sale at its prices before gate closure';
}

function expiryOf(
  { validUntil, offer }: OpenSellOrder,
  gate: Instant,
  firstInterval: IntervalIndex,
): string | undefined {
  if (validUntil < gate) return 'unmatched at its assignment deadline';
  if (offer.startBefore < firstInterval) return 'unmatched at the gate closure of its last start';
  return undefined;
}
