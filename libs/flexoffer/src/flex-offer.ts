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
 * What the owner asks for moving away from its default schedule (direct trading).
 * More consumption (or less production) is `up`; the tariff of the wire is its `maxTariff`.
 * Less consumption (or more production) is `down`; on the wire it is `-minTariff`.
 */
export interface AskedPrice {
  readonly up: MicroPerKwh;
  readonly down: MicroPerKwh;
}

/**
 * One side of the polygon of a dependency slice (FlexOffer specification v1, section 2.4): `a*x + b*y <= cWh`, where x is
 * the energy of all slices before this one and y the energy of this one, both in Wh and consumption-positive.
 */
export interface DependencyRow {
  readonly a: number;
  readonly b: number;
  readonly cWh: number;
}

/**
 * How likely an energy can be had, on one stretch of energies: the polynomial
 * `coefficients[0] + coefficients[1]*e + coefficients[2]*e^2 + ...` of the energy e in kWh, consumption-positive.
 */
export interface ProbabilityPiece {
  readonly fromWh: WattHours;
  readonly toWh: WattHours;
  readonly coefficients: readonly number[];
}

/** What an uncertain slice knows of itself (FlexOffer specification v1, section 2.5). */
export interface Uncertainty {
  /** The probability, above 0 and at most 1, at which the slice's own bounds were taken. */
  readonly threshold: number;
  /** By energy, without overlaps; outside them the probability is 0. */
  readonly pieces: readonly ProbabilityPiece[];
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
  /** Where it differs from the offer's price. */
  readonly price?: AskedPrice;
  /** Present in a dependency FlexOffer; every row holds. The slice's bounds contain the polygon. */
  readonly dependency?: readonly DependencyRow[];
  /** Present in an uncertain FlexOffer. The slice's bounds are those at its threshold. */
  readonly uncertainty?: Uncertainty;
}

/** Energies of consecutive single intervals from `start` on; intervals outside it have 0 Wh. */
export interface Schedule {
  readonly start: IntervalIndex;
  readonly energiesWh: readonly WattHours[];
  /** How many intervals each slice lasts; absent: every slice lasts its `minDuration`. */
  readonly durations?: readonly number[];
}

/** The five forms in which FlexOffers are written in the field; `docs` of the library say how to tell them apart. */
export type Dialect = 'specification-1' | 'specification-2' | 'demo-site' | 'market' | 'slices';

/** How an offer arrived, so that the answer to its sender can look the same. */
export interface MessageOrigin {
  readonly dialect: Dialect;
  /** What the dialect does not know, with the names and values of the message, so that nothing is lost on the way. */
  readonly unknownFields?: Readonly<Record<string, unknown>>;
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
  /**
   * Sub-total energy, as of a store: bounds on the sum from the first slice to the end of each slice, one pair for
   * every slice; absent: whatever the slices allow.
   */
  readonly runningTotal?: readonly EnergyBounds[];
  /** What the device does if nobody asks it for anything else. Unit intervals, inside all bounds. */
  readonly defaultSchedule: Schedule;
  readonly schedule?: Schedule;
  readonly price: AskedPrice;
  /** Absent for an offer that was made here. */
  readonly origin?: MessageOrigin;
}
