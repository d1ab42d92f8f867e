import type { ClearedTrade } from '../clearing.js';
import { soldIn, type ClearingCase } from './case.js';

/** Rule 7: minimum quantities, all or nothing, exclusive groups; and what is set aside does not trade. */
export function conditionFaults(given: ClearingCase): string[] {
  return [...quantityFaults(given), ...groupFaults(given), ...setAsideFaults(given)];
}

function quantityFaults({ problem, tradesOfBuyer }: ClearingCase): string[] {
  return problem.buyOrders.flatMap(({ orderId, intervals, allOrNothing }) => {
    const trades = tradesOfBuyer.get(orderId) ?? [];
    return intervals.flatMap(({ interval, changeWh, minimumWh }) => {
      const got = soldIn(trades, interval);
      if (allOrNothing && trades.length > 0 && got !== changeWh)
        return [
          `buy order ${orderId} wants all or nothing, but gets ${got} of ${changeWh} Wh in ${interval}`,
        ];
      if (minimumWh !== undefined && got !== 0 && Math.abs(got) < minimumWh)
        return [`buy order ${orderId} gets ${got} Wh in ${interval}, less than its minimum of ${minimumWh}`];
      return [];
    });
  });
}

function groupFaults({ problem, assigned, tradesOfBuyer }: ClearingCase): string[] {
  const trading = [
    ...problem.buyOrders
      .filter(({ orderId }) => tradesOfBuyer.has(orderId))
      .map(({ buyerId, exclusiveGroup }) => ['buy', buyerId, exclusiveGroup]),
    ...assigned.map(({ order }) => ['sell', order.sellerId, order.exclusiveGroup]),
  ].filter(([, , group]) => group !== undefined);
  const seen = new Set<string>();
  return trading.flatMap((each) => {
    const group = JSON.stringify(each);
    if (seen.has(group)) return [`two orders of the group ${group} trade`];
    seen.add(group);
    return [];
  });
}

function setAsideFaults({ clearing }: ClearingCase): string[] {
  return clearing.setAside.flatMap(({ side, orderId, interval }) => {
    const isIts = (trade: ClearedTrade): boolean =>
      (side === 'buy' ? trade.buyOrderId : trade.sellOrderId) === orderId &&
      (interval === undefined || trade.interval === interval);
    return clearing.trades.some(isIts) ? [`${side} order ${orderId} is set aside, but trades`] : [];
  });
}
