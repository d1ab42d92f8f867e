import type { IntervalIndex, WattHours } from '#flexoffer';
import type { AssignedSchedule } from './flexoffers.js';
import type { DeliveriesAssigned } from './trades.js';

/** FOA to FMAN: devices that do not do what their schedules say. Their offers stand. */
export interface DeliveriesFailing {
  readonly deliveries: readonly {
    readonly flexOfferId: string;
    /** From here on its schedule cannot be counted on. */
    readonly fromInterval: IntervalIndex;
    readonly reason: string;
  }[];
}

/**
 * FMAN to FOA: what devices shall do instead of what they were told before. Whatever has begun is the same in both
 * schedules.
 */
export interface SchedulesUpdated {
  readonly updates: readonly (AssignedSchedule & {
    /** The schedule that no longer counts. */
    readonly updateOf: string;
    readonly reason: string;
  })[];
}

/**
 * FMAN to settlement: members' parts of trades as they are from now on. The highest version of a part counts; what
 * `deliveries.assigned` told is version 1. Over the members of one trade `orderedWh` sums to what is left of
 * the trade: its `changeWh` less what was released of it.
 */
export interface DeliveriesCorrected {
  readonly deliveries: readonly (DeliveriesAssigned['deliveries'][number] & { readonly version: number })[];
}

/**
 * FMAR to FMAN: sold energy that its buyer no longer needs, or that a grid node can no longer carry. It is neither
 * owed nor paid any more.
 */
export interface TradesReleased {
  readonly releases: readonly {
    /** The sell order whose trade it is. */
    readonly orderId: string;
    readonly tradeId: string;
    readonly buyerId: string;
    readonly interval: IntervalIndex;
    /** How much of the trade; the trade's sign. */
    readonly releasedWh: WattHours;
    readonly reason: string;
  }[];
}

/** FMAR to settlement: by how much trades are less than they were made for; the trade's sign. */
export interface TradesReduced {
  readonly releases: readonly Pick<TradesReleased['releases'][number], 'tradeId' | 'releasedWh'>[];
}

/** FMAN to FMAR: sellers do something else than the schedule with which they traded. */
export interface SchedulesReplanned {
  readonly orders: readonly {
    readonly orderId: string;
    /** By how much less is now consumed (or more produced) than before; the buyer's sign. */
    readonly changes: readonly { readonly interval: IntervalIndex; readonly changeWh: WattHours }[];
  }[];
}
