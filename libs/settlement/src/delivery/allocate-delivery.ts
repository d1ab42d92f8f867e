import type { WattHours } from '#flexoffer';
import { inNaturalOrder } from '../order.js';
import type { Delivery } from './delivery.js';
import { deliveryOf } from './delivery.js';

/** A participant's part of a trade in one interval; `orderedWh` has the trade's sign. */
export interface IntervalOrder {
  readonly tradeId: string;
  readonly flexOfferId: string;
  readonly orderedWh: WattHours;
}

/** An order with its part of what the meter saw. */
export interface AllocatedDelivery<Order extends IntervalOrder> extends Delivery {
  readonly order: Order;
}

/**
 * Shares what one participant realised in one interval over its orders there, by trade id and then by FlexOffer
 * id (code units): each order takes what it asks for while there is any, and the last takes all that is left, be
 * it over-delivery, too little, or the wrong way. So in one direction the parts sum exactly to what was realised.
 *
 * ```
 * realised  |###########|                     5 Wh
 * orders    |#### a ####|#### b ####|         3 Wh, 4 Wh: a delivers 3 and lacks 0, b delivers 2 and lacks 2
 * ```
 * Orders in both directions cancel at a meter, which sees only their sum. Those of each direction are therefore
 * judged as if the others had been carried out in full: whoever does exactly the sum has delivered everything, and
 * every Wh off the sum is lacking in one direction and never in both.
 *
 * @param realizedWh baseline minus actual: positive is less consumption
 * @returns in the order of allocation, the orders for less consumption first
 */
export function allocateDelivery<Order extends IntervalOrder>(
  orders: readonly Order[],
  realizedWh: WattHours,
): AllocatedDelivery<Order>[] {
  const sorted = orders.toSorted(byTrade);
  const less = sorted.filter(({ orderedWh }) => orderedWh > 0);
  const more = sorted.filter(({ orderedWh }) => orderedWh < 0);
  const nothing = sorted.filter(({ orderedWh }) => orderedWh === 0);
  return [
    ...fillInTurn(less, realizedWh - sumOf(more)),
    ...fillInTurn(more, realizedWh - sumOf(less)),
    ...nothing.map((order) => ({ order, ...deliveryOf(0, 0) })),
  ];
}

function fillInTurn<Order extends IntervalOrder>(
  orders: readonly Order[],
  realizedWh: WattHours,
): AllocatedDelivery<Order>[] {
  let left = realizedWh;
  return orders.map((order, index) => {
    const taken = index === orders.length - 1 ? left : deliveryOf(order.orderedWh, left).deliveredWh;
    left -= taken;
    return { order, ...deliveryOf(order.orderedWh, taken) };
  });
}

function sumOf(orders: readonly IntervalOrder[]): WattHours {
  return orders.reduce((sum, { orderedWh }) => sum + orderedWh, 0);
}

function byTrade(a: IntervalOrder, b: IntervalOrder): number {
  return inNaturalOrder(a.tradeId, b.tradeId) || inNaturalOrder(a.flexOfferId, b.flexOfferId);
}
