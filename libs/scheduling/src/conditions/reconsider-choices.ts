import type { ClearingProblem, SetAside } from '../clearing.js';
import type { IsOver } from '../time-limit.js';
import { keepConditions, type Selection } from './keep-conditions.js';

/**
 * Tries each order that stood back for a condition once more, with the rest of its exclusive group standing back
 * instead, and keeps what gains more. In the order of what is set aside.
 *
 * @param searches how many selections may be tried
 */
export function reconsiderChoices(
  problem: ClearingProblem,
  selection: Selection,
  searches: number,
  isOver: IsOver,
): Selection {
  let best = selection;
  for (const candidate of selection.setAside.slice(0, searches)) {
    const others = best.setAside.filter((each) => each.orderId !== candidate.orderId);
    const other = keepConditions(problem, isOver, [...others, ...restOfGroup(problem, candidate, others)]);
    if (other.surplusMicro > best.surplusMicro) best = other;
  }
  return best;
}

function restOfGroup(
  { buyOrders, sellOrders }: ClearingProblem,
  { side, orderId }: SetAside,
  setAside: readonly SetAside[],
): SetAside[] {
  const orders =
    side === 'buy'
      ? buyOrders.map((order) => ({ ...order, owner: order.buyerId }))
      : sellOrders.map((order) => ({ ...order, owner: order.sellerId }));
  const chosen = orders.find((order) => order.orderId === orderId);
  if (chosen?.exclusiveGroup === undefined) return [];
  const gone = new Set(setAside.map((each) => each.orderId));
  return orders
    .filter(
      (order) =>
        order.orderId !== orderId &&
        order.owner === chosen.owner &&
        order.exclusiveGroup === chosen.exclusiveGroup &&
        !gone.has(order.orderId),
    )
    .map((order): SetAside => ({ side, orderId: order.orderId, reason: 'another-of-its-group' }));
}
