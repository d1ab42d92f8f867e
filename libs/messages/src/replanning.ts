import type { IntervalIndex } from '#flexoffer';
import type { SchedulesAssigned } from './flexoffers.js';
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
  readonly updates: readonly (SchedulesAssigned['schedules'][number] & {
    /** The schedule that no longer counts. */
    readonly updateOf: string;
    readonly reason: string;
  })[];
}

/**
 * FMAN to settlement: members' parts of trades as they are from now on. The highest version of a part counts; what
 * `deliveries.assigned` told is version 1. Over the members of one trade `orderedWh` still sums to the trade's
 * `changeWh`.
 */
export interface DeliveriesCorrected {
  readonly deliveries: readonly (DeliveriesAssigned['deliveries'][number] & { readonly version: number })[];
}
