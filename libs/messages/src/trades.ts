import type { Instant, IntervalIndex, MicroPerKwh, WattHours } from '#flexoffer';

/** FMAR to settlement: who bought how much of whom. */
export interface TradesMade {
  readonly trades: readonly {
    readonly tradeId: string;
    readonly buyerId: string;
    readonly sellerId: string;
    readonly gridNode: string;
    readonly interval: IntervalIndex;
    /** The buyer's sign: positive is more production or less consumption. */
    readonly changeWh: WattHours;
    /** What the seller gets per kWh. */
    readonly price: MicroPerKwh;
    /** What the buyer pays per kWh on top, for the transfer. */
    readonly transferPrice: MicroPerKwh;
    readonly currency: string;
    readonly at: Instant;
  }[];
}

/**
 * FMAN to settlement: what offers of delegated contracts were worth, once each, when they were carried out or nobody
 * could buy them any more. Of those that were withdrawn nothing is told.
 */
export interface FlexibilityProvided {
  readonly offers: readonly {
    readonly flexOfferId: string;
    readonly participantId: string;
    readonly deviceId?: string;
    /** Where its schedule starts, or its earliest start if it was not activated. */
    readonly interval: IntervalIndex;
    /** The most less the least total energy. */
    readonly energyFlexWh: WattHours;
    /** The latest less the earliest start. */
    readonly timeFlexIntervals: number;
    /** How far its schedule started from its default schedule, without sign; absent: it was not activated. */
    readonly startShiftIntervals?: number;
  }[];
}

/**
 * FMAN to settlement: each member's part of a trade. Over the members of one trade `orderedWh` sums exactly
 * to the trade's `changeWh`.
 */
export interface DeliveriesAssigned {
  readonly deliveries: readonly {
    readonly tradeId: string;
    readonly flexOfferId: string;
    readonly participantId: string;
    readonly deviceId?: string;
    readonly interval: IntervalIndex;
    /** The trade's sign. */
    readonly orderedWh: WattHours;
    /** The member's default schedule in this interval, consumption-positive. */
    readonly defaultWh: WattHours;
    /** The member's schedule in this interval, consumption-positive. */
    readonly scheduledWh: WattHours;
  }[];
}
