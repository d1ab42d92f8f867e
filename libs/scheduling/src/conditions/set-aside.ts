import type { ClearingProblem, SetAside } from '../clearing.js';
import { compareText } from '../text-order.js';

/** The problem without what is set aside. */
export function without(problem: ClearingProblem, setAside: readonly SetAside[]): ClearingProblem {
  if (setAside.length === 0) return problem;
  const gone = new Set(setAside.map(keyOf));
  const stays = (side: SetAside['side'], orderId: string): boolean => !gone.has(keyOf({ side, orderId }));
  return {
    ...problem,
    buyOrders: problem.buyOrders
      .filter(({ orderId }) => stays('buy', orderId))
      .map((order) => ({
        ...order,
        intervals: order.intervals.filter(
          ({ interval }) => !gone.has(keyOf({ side: 'buy', orderId: order.orderId, interval })),
        ),
      })),
    sellOrders: problem.sellOrders.filter(({ orderId }) => stays('sell', orderId)),
  };
}

/** By side, order and interval. */
export function compareSetAside(left: SetAside, right: SetAside): number {
  return (
    compareText(left.side, right.side) ||
    compareText(left.orderId, right.orderId) ||
    (left.interval ?? 0) - (right.interval ?? 0)
  );
}

const keyOf = ({ side, orderId, interval }: Omit<SetAside, 'reason'>): string =>
  JSON.stringify([side, orderId, interval]);
