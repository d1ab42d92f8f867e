import {
  memberPrices,
  type FlexOffer,
  type IntervalIndex,
  type MicroPerKwh,
  type WattHours,
} from '#flexoffer';
import type { ClearingProblem, GridCapacity, SellOrder } from '../clearing.js';
import { isAtOrBelow } from '../grid-node.js';
import { compareText } from '../text-order.js';

/** A request as one seller sees it. */
export interface PlainRequest {
  readonly buyOrderId: string;
  readonly gridNode: string;
  readonly interval: IntervalIndex;
  /** 1 is less consumption, -1 is more. */
  readonly direction: 1 | -1;
  /** What the buyer pays at most. */
  readonly price: MicroPerKwh;
  /** What passing from the seller to the buyer costs. */
  readonly transferPrice: MicroPerKwh;
}

/** What a seller asks that starts as by default. */
export function askedByDefault(offer: FlexOffer, interval: IntervalIndex, direction: 1 | -1): MicroPerKwh {
  const { up, down } = memberPrices(offer)[interval - offer.defaultSchedule.start] ?? offer.price;
  return direction > 0 ? down : up;
}

/** What is still asked for and how far the grid may still go. */
export class PlainBook {
  private readonly openWh = new Map<string, WattHours>();
  /** Net change by limited node and interval, earlier gates included. */
  private readonly netWh = new Map<string, WattHours>();
  private gain = 0n;

  constructor(private readonly problem: ClearingProblem) {
    for (const { orderId, intervals } of problem.buyOrders)
      for (const { interval, changeWh } of intervals)
        this.openWh.set(`${interval} ${orderId}`, Math.abs(changeWh));
    for (const { gridNode, interval, changeWh } of problem.committed)
      this.commit(gridNode, interval, changeWh);
  }

  /** Requests without conditions that pay for the seller and the transfer, those that leave most first, then by id. */
  seenBy({ gridNode, offer }: SellOrder, interval: IntervalIndex): PlainRequest[] {
    return this.problem.buyOrders
      .filter(
        (order) =>
          isAtOrBelow(gridNode, order.gridNode) &&
          order.allOrNothing === undefined &&
          order.exclusiveGroup === undefined,
      )
      .flatMap((order) => {
        const asked = order.intervals.find((each) => each.interval === interval);
        if (asked === undefined || asked.changeWh === 0 || asked.minimumWh !== undefined) return [];
        const direction: 1 | -1 = asked.changeWh > 0 ? 1 : -1;
        const transferPrice = this.transferBetween(gridNode, order.gridNode);
        const margin = asked.price - transferPrice - askedByDefault(offer, interval, direction);
        if (margin < 0) return [];
        const { orderId: buyOrderId, gridNode: place } = order;
        return [
          { buyOrderId, gridNode: place, interval, direction, price: asked.price, transferPrice, margin },
        ];
      })
      .sort((left, right) => right.margin - left.margin || compareText(left.buyOrderId, right.buyOrderId));
  }

  /** Sells as much as is open, the grid carries and `roomWh` allows; returns how much. */
  sell({ gridNode, offer }: SellOrder, request: PlainRequest, roomWh: WattHours): WattHours {
    const { buyOrderId, interval, direction, price, transferPrice } = request;
    const key = `${interval} ${buyOrderId}`;
    const open = this.openWh.get(key) ?? 0;
    const soldWh = Math.max(0, Math.min(open, roomWh, this.gridRoomWh(gridNode, interval, direction)));
    if (soldWh === 0) return 0;
    this.openWh.set(key, open - soldWh);
    this.commit(gridNode, interval, direction * soldWh);
    const ask = askedByDefault(offer, interval, direction);
    this.gain += BigInt(price - transferPrice - ask) * BigInt(soldWh);
    return soldWh;
  }

  surplusMicro(): number {
    return Number(this.gain / 1000n);
  }

  private gridRoomWh(gridNode: string, interval: IntervalIndex, direction: 1 | -1): WattHours {
    return this.limitsAbove(gridNode).reduce((room, { gridNode: node, importWh, exportWh }) => {
      const net = this.netWh.get(`${interval} ${node}`) ?? 0;
      const left = direction > 0 ? (exportWh ?? Infinity) - net : (importWh ?? Infinity) + net;
      return Math.min(room, left);
    }, Infinity);
  }

  private commit(gridNode: string, interval: IntervalIndex, changeWh: WattHours): void {
    const nodes = new Set(this.limitsAbove(gridNode).map((limit) => limit.gridNode));
    for (const node of nodes) {
      const key = `${interval} ${node}`;
      this.netWh.set(key, (this.netWh.get(key) ?? 0) + changeWh);
    }
  }

  private limitsAbove(gridNode: string): GridCapacity[] {
    return this.problem.capacities.filter((limit) => isAtOrBelow(gridNode, limit.gridNode));
  }

  private transferBetween(sellerNode: string, buyerNode: string): MicroPerKwh {
    return this.problem.transferPrices
      .filter(({ gridNode }) => isAtOrBelow(sellerNode, gridNode) && !isAtOrBelow(buyerNode, gridNode))
      .reduce((sum, { price }) => sum + price, 0);
  }
}
