import { compareText } from '../text-order.js';
import type { Seller } from './seller.js';

/** Cheapest first, by the price asked in a direction in which somebody asks; then by order id. Drops who can sell nothing. */
export function meritOrder(sellers: readonly Seller[]): Seller[] {
  return sellers
    .map((seller) => ({ seller, price: lowestAsked(seller) }))
    .filter(({ price }) => price < Infinity)
    .sort((left, right) => left.price - right.price || compareText(left.seller.orderId, right.seller.orderId))
    .map(({ seller }) => seller);
}

function lowestAsked({ requests, ask }: Seller): number {
  let lowest = Infinity;
  for (const visible of requests) {
    if (visible === undefined) continue;
    if (visible.less.length > 0) lowest = Math.min(lowest, ask.down);
    if (visible.more.length > 0) lowest = Math.min(lowest, ask.up);
  }
  return lowest;
}
