import type { BuyOrder, ClearingProblem, SetAside } from '../clearing.js';
import type { AcceptedEnergy } from './accepted-energy.js';

/** A condition that is not kept, and how near it is to being kept: accepted over wanted, from 0 to below 1. */
export interface QuantityBreach {
  readonly setAside: SetAside;
  readonly share: number;
}

/** Orders that trade in part though they want all, and intervals that get less than their minimum. */
export function quantityBreaches(problem: ClearingProblem, accepted: AcceptedEnergy): QuantityBreach[] {
  return problem.buyOrders.flatMap((order) =>
    order.allOrNothing ? allOrNothing(order, accepted) : minimums(order, accepted),
  );
}

function allOrNothing({ orderId, intervals }: BuyOrder, accepted: AcceptedEnergy): QuantityBreach[] {
  let wanted = 0;
  let got = 0;
  for (const { interval, changeWh } of intervals) {
    wanted += Math.abs(changeWh);
    got += accepted.wh(orderId, interval);
  }
  if (got === 0 || got === wanted) return [];
  return [{ setAside: { side: 'buy', orderId, reason: 'all-or-nothing' }, share: got / wanted }];
}

function minimums({ orderId, intervals }: BuyOrder, accepted: AcceptedEnergy): QuantityBreach[] {
  return intervals.flatMap(({ interval, minimumWh }) => {
    const got = accepted.wh(orderId, interval);
    if (minimumWh === undefined || got === 0 || got >= minimumWh) return [];
    const setAside: SetAside = { side: 'buy', orderId, interval, reason: 'minimum-not-reached' };
    return [{ setAside, share: got / minimumWh }];
  });
}
