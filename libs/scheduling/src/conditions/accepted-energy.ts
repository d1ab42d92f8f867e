import type { IntervalIndex, WattHours } from '#flexoffer';
import { askedOfSale } from '../search/asked-of-sale.js';
import type { Position } from '../search/sweeps.js';

/** What every buy order gets in each interval, in size, and what every order gains, in Wh times micro per kWh. */
export class AcceptedEnergy {
  private readonly byOrder = new Map<string, Map<IntervalIndex, WattHours>>();
  private readonly gains = new Map<string, bigint>();

  constructor(positions: readonly Position[]) {
    for (const position of positions)
      for (const sale of position.sales) {
        const { request, soldWh } = sale;
        const intervals = this.byOrder.get(request.buyOrderId) ?? new Map<IntervalIndex, WattHours>();
        intervals.set(request.interval, (intervals.get(request.interval) ?? 0) + soldWh);
        this.byOrder.set(request.buyOrderId, intervals);
        const gain = BigInt(request.worth - askedOfSale(position, sale)) * BigInt(soldWh);
        this.add(request.buyOrderId, gain);
        this.add(position.seller.orderId, gain);
      }
  }

  wh(buyOrderId: string, interval: IntervalIndex): WattHours {
    return this.byOrder.get(buyOrderId)?.get(interval) ?? 0;
  }

  /** Undefined for an order, of either side, that does not trade. */
  gainOf(orderId: string): bigint | undefined {
    return this.gains.get(orderId);
  }

  private add(orderId: string, gain: bigint): void {
    this.gains.set(orderId, (this.gains.get(orderId) ?? 0n) + gain);
  }
}
