import type { NewMarketEvent } from '../stream/market-events.js';
import type { MarketOrder } from './market-order.entity.js';

/** An order's new state, for the stream. */
export function orderEvent(
  order: Pick<MarketOrder, 'orderId' | 'side' | 'participantId' | 'gridNode' | 'state' | 'reason'>,
): NewMarketEvent {
  const { orderId, side, participantId, gridNode, state, reason } = order;
  return {
    kind: 'order',
    data: { orderId, side, participantId, gridNode, state, ...(reason === null ? {} : { reason }) },
    concerns: [participantId],
  };
}
