import type { Instant, IntervalIndex } from './time.js';

/** Energy in watt-hours, a safe integer, consumption-positive: the quantum in which everything is traded. */
export type WattHours = number;

/** Millionths of the market's currency per kWh, a safe integer. */
export type MicroPerKwh = number;

/** The life cycle of the FlexOffer specification (v1, section 1.3), in its spelling. */
export type FlexOfferState =
  'initial' | 'offered' | 'accepted' | 'rejected' | 'assigned' | 'executed' | 'invalid' | 'canceled';

/** Inclusive bounds; `lowerWh <= upperWh`. */
export interface EnergyBounds {
  readonly lowerWh: WattHours;
  readonly upperWh: WattHours;
}

/**
 * One step of a profile. The bounds hold for the whole slice, however many intervals it lasts, and the energy
 * of a slice is spread evenly over them.
 */
export interface Slice extends EnergyBounds {
  /** In intervals, at least 1. */
  readonly minDuration: number;
  /** In intervals, at least `minDuration`. */
  readonly maxDuration: number;
}

/** Energies of consecutive single intervals from `start` on; intervals outside it have 0 Wh. */
export interface Schedule {
  readonly start: IntervalIndex;
  readonly energiesWh: readonly WattHours[];
}

/**
 * What the owner asks for moving away from its default schedule (direct trading).
 * More consumption (or less production) is `up`; the tariff of the wire is its `maxTariff`.
 * Less consumption (or more production) is `down`; on the wire it is `-minTariff`.
 */
export interface AskedPrice {
  readonly up: MicroPerKwh;
  readonly down: MicroPerKwh;
}

/**
 * A FlexOffer as everything inside the platform sees it: checked, consumption-positive, in whole watt-hours.
 *
 * ```
 * creation    acceptanceBefore   assignmentBefore   startAfter        startBefore        last end
 * |-----------|------------------|------------------|=================|------------------|
 *  FMAN answers                   market assigns     the start may lie in here (both ends included)
 * ```
 */
export interface FlexOffer {
  readonly id: string;
  readonly state: FlexOfferState;
  readonly stateReason?: string;
  /** The participant that owns the flexibility. */
  readonly offeredById: string;
  readonly deviceId?: string;
  /** The device's own name for this flexibility. */
  readonly flexibilityId?: string;
  /** Where in the grid: a path, so that a zone is a prefix (`z.a.cp1` lies below `z.a`). */
  readonly gridNode: string;
  readonly creation: Instant;
  readonly acceptanceBefore: Instant;
  readonly assignmentBefore: Instant;
  readonly startAfter: IntervalIndex;
  readonly startBefore: IntervalIndex;
  readonly slices: readonly Slice[];
  /** Bounds on the sum over all slices; absent: whatever the slices allow. */
  readonly totalEnergy?: EnergyBounds;
  /** What the device does if nobody asks it for anything else. Unit intervals, inside all bounds. */
  readonly defaultSchedule: Schedule;
  readonly schedule?: Schedule;
  readonly price: AskedPrice;
}
