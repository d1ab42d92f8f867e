import { askedOfSale } from '../search/asked-of-sale.js';
import type { Position } from '../search/sweeps.js';
import type { DualPrices } from './dual-prices.js';

/**
 * Prices that fit what was cleared: the energy of a request that got all it asked for is worth what it pays beyond
 * the ask of its dearest seller; where a request is left open, its energy is not scarce.
 */
export function startPrices(prices: DualPrices, positions: readonly Position[]): void {
  const keyOf = (buyOrderId: string, interval: number): string => `${interval} ${buyOrderId}`;
  const soldWh = new Map<string, number>();
  const dearest = new Map<string, number>();
  for (const position of positions)
    for (const sale of position.sales) {
      const { request, soldWh: sold } = sale;
      const key = keyOf(request.buyOrderId, request.interval);
      const ask = askedOfSale(position, sale);
      soldWh.set(key, (soldWh.get(key) ?? 0) + sold);
      dearest.set(key, Math.max(dearest.get(key) ?? -Infinity, ask));
    }
  prices.requests.forEach(({ buyOrderId, interval, worth, askedWh }, index) => {
    const key = keyOf(buyOrderId, interval);
    if (askedWh > 0 && soldWh.get(key) === askedWh)
      prices.request[index] = Math.max(0, worth - (dearest.get(key) ?? worth));
  });
}
