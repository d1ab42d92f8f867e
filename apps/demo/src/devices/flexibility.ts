import type { EnergyBounds, IntervalIndex, MicroPerKwh, WattHours } from '#flexoffer';

/** What a device offers, consumption-positive and in whole Wh, before it is written in the device's dialect. */
export interface Flexibility {
  readonly flexibilityId: string;
  /** The poll with which it is sent. */
  readonly offeredAt: IntervalIndex;
  /** The market must have traded it by this many minutes after `offeredAt`. */
  readonly minutesToTrade: number;
  readonly startAfter: IntervalIndex;
  readonly startBefore: IntervalIndex;
  readonly slices: readonly EnergyBounds[];
  readonly totalEnergyWh?: WattHours;
  /** From `startAfter` on: what the device does if nobody asks for anything else. */
  readonly defaultWh: readonly WattHours[];
  /** Asked for either direction. */
  readonly price: MicroPerKwh;
}
