import type { IntervalIndex, MicroPerKwh, WattHours } from '#flexoffer';

/** One FlexOffer's part of a trade in one interval, with what the trade says about money. */
export interface TradedDelivery {
  readonly tradeId: string;
  readonly flexOfferId: string;
  readonly participantId: string;
  readonly interval: IntervalIndex;
  /** The trade's sign: positive is more production or less consumption. */
  readonly orderedWh: WattHours;
  /** The offer's default schedule in this interval, consumption-positive. */
  readonly defaultWh: WattHours;
  /** The offer's schedule in this interval, consumption-positive. */
  readonly scheduledWh: WattHours;
  /** What the seller gets per kWh. */
  readonly price: MicroPerKwh;
  /** What the buyer pays per kWh on top, for the transfer. */
  readonly transferPrice: MicroPerKwh;
  readonly buyerId: string;
  readonly sellerId: string;
}

/** What makes a delivery one of its kind: an offer may serve several trades, and a trade several offers. */
export function deliveryKey({ tradeId, flexOfferId, interval }: TradedDelivery): string {
  return JSON.stringify([tradeId, flexOfferId, interval]);
}
