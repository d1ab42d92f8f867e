import type { IntervalIndex, MicroPerKwh, WattHours } from '#flexoffer';
import type { ClearingProblem } from '../clearing.js';
import { TransferCosts } from '../transfer-costs.js';
import { pathTo } from '../grid-node.js';
import { compareText } from '../text-order.js';

/** The sign of a change: 1 is less consumption, -1 is more. */
export type Direction = 1 | -1;

/** What one buy order asks for in one interval. */
export interface Request {
  readonly buyOrderId: string;
  readonly gridNode: string;
  readonly interval: IntervalIndex;
  readonly direction: Direction;
  /** What the buyer pays at most and the transfer down to its node: comparable with a seller's ask. */
  readonly worth: MicroPerKwh;
  readonly transfer: MicroPerKwh;
  readonly askedWh: WattHours;
  /** At least 0, at most `askedWh`; falls as sellers serve it and rises when one is taken back. */
  remainingWh: WattHours;
}

/** Requests of one interval that sellers at one node can serve, each side by falling worth, then order id. */
export interface VisibleRequests {
  readonly less: readonly Request[];
  readonly more: readonly Request[];
}

/** Asked energy by node and interval. */
export class RequestBook {
  /** By falling worth, then order id. */
  readonly requests: readonly Request[];
  private readonly askedAt = new Map<string, Request[]>();
  private readonly views = new Map<string, ReadonlyMap<IntervalIndex, VisibleRequests>>();

  /** Leaves out intervals that can change no more and those in which nothing is asked. */
  constructor({ buyOrders, firstInterval, transferPrices }: ClearingProblem) {
    const transfer = new TransferCosts(transferPrices);
    this.requests = buyOrders
      .flatMap(({ orderId, gridNode, intervals }) =>
        intervals
          .filter(({ interval, changeWh }) => interval >= firstInterval && changeWh !== 0)
          .map(({ interval, changeWh, price }): Request => {
            const askedWh = Math.abs(changeWh);
            const direction = changeWh > 0 ? 1 : -1;
            return {
              buyOrderId: orderId,
              gridNode,
              interval,
              direction,
              worth: price + transfer.downTo(gridNode),
              transfer: transfer.downTo(gridNode),
              askedWh,
              remainingWh: askedWh,
            };
          }),
      )
      .sort(byWorth);
    for (const request of this.requests) {
      const asked = this.askedAt.get(request.gridNode);
      if (asked === undefined) this.askedAt.set(request.gridNode, [request]);
      else asked.push(request);
    }
  }

  /** What sellers at `gridNode` can see, by interval; the same map for all nodes that see the same requests. */
  visibleFrom(gridNode: string): ReadonlyMap<IntervalIndex, VisibleRequests> {
    const asking = pathTo(gridNode).filter((node) => this.askedAt.has(node));
    const nearest = asking.at(-1) ?? '';
    const known = this.views.get(nearest);
    if (known !== undefined) return known;
    const view = new Map<IntervalIndex, { less: Request[]; more: Request[] }>();
    for (const request of asking.flatMap((node) => this.askedAt.get(node) ?? []).sort(byWorth)) {
      const sides = view.get(request.interval) ?? { less: [], more: [] };
      (request.direction > 0 ? sides.less : sides.more).push(request);
      view.set(request.interval, sides);
    }
    this.views.set(nearest, view);
    return view;
  }
}

const byWorth = (left: Request, right: Request): number =>
  right.worth - left.worth || compareText(left.buyOrderId, right.buyOrderId);
