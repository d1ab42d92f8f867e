import type { IntervalIndex } from '#flexoffer';
import type { OrderState } from '../orders/market-order.entity.js';
import type { OpenBuyOrder } from './open-book.js';
import { hasOpenIntervals } from './tradable-orders.js';

export interface BuyOrderProgress {
  readonly state: Extract<OrderState, 'open' | 'partly' | 'filled' | 'expired'>;
  /** Nothing more can come. */
  readonly final: boolean;
  readonly reason?: string;
}

/** How far a buy order has come after a gate. */
export function buyOrderProgress(order: OpenBuyOrder, firstInterval: IntervalIndex): BuyOrderProgress {
  if (order.intervals.every(({ changeWh, acceptedWh }) => changeWh === acceptedWh))
    return { state: 'filled', final: true };
  const served = order.intervals.some(({ acceptedWh }) => acceptedWh !== 0);
  if (hasOpenIntervals(order, firstInterval)) return { state: served ? 'partly' : 'open', final: false };
  return served
    ? { state: 'partly', final: true, reason: 'not everything was for sale before gate closure' }
    : { state: 'expired', final: true, reason: 'nothing was for sale at its prices before gate closure' };
}
