import type { ClearedTrade, ClearingProblem, UnservedEnergy } from './clearing.js';
import { compareText } from './text-order.js';

/** What the buy orders did not get, by order and interval. */
export function unservedEnergy(
  { buyOrders }: ClearingProblem,
  trades: readonly ClearedTrade[],
): UnservedEnergy[] {
  const soldWh = new Map<string, number>();
  for (const { buyOrderId, interval, changeWh } of trades) {
    const key = `${interval} ${buyOrderId}`;
    soldWh.set(key, (soldWh.get(key) ?? 0) + changeWh);
  }
  return buyOrders
    .flatMap(({ orderId, intervals }) =>
      intervals.map(({ interval, changeWh }) => ({
        buyOrderId: orderId,
        interval,
        changeWh: changeWh - (soldWh.get(`${interval} ${orderId}`) ?? 0),
      })),
    )
    .filter(({ changeWh }) => changeWh !== 0)
    .sort((left, right) => compareText(left.buyOrderId, right.buyOrderId) || left.interval - right.interval);
}
