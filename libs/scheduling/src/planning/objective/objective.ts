import type { IntervalIndex, MicroPerKwh, WattHours } from '#flexoffer';

/** One value for each interval from the first on; 0 in all others. */
export interface Series {
  readonly firstInterval: IntervalIndex;
  readonly values: ArrayLike<number>;
}

/** Every watt-hour that the total is above, or below, the target costs so much. */
export interface FollowTarget {
  readonly kind: 'follow-target';
  readonly targetWh: Series;
  /** Not negative. */
  readonly over: MicroPerKwh;
  /** Not negative. */
  readonly under: MicroPerKwh;
}

/** The total is paid for: positive where consumption costs. */
export interface LeastCost {
  readonly kind: 'least-cost';
  readonly prices: Series;
}

/** The square of the total, or of what it differs from the target. */
export interface Balance {
  readonly kind: 'balance';
  /** Absent: 0 everywhere. */
  readonly targetWh?: Series;
  /** Per square watt-hour, above 0. */
  readonly weight: number;
}

/** Every watt-hour of an interval's total beyond a limit costs so much. */
export interface PeakLimit {
  readonly kind: 'peak-limit';
  /** Absent: any consumption. */
  readonly mostWh?: WattHours;
  /** The least total: negative limits production. Absent: any. */
  readonly leastWh?: WattHours;
  /** Not negative. */
  readonly penalty: MicroPerKwh;
}

export type ObjectiveTerm = FollowTarget | LeastCost | Balance | PeakLimit;

/**
 * What a plan shall make small: the sum of all terms over all intervals, and what the units ask. Every term is a convex
 * function of an interval's total energy (consumption-positive), so any of them go together.
 *
 * Costs are in micro per kWh times Wh, which is billionths of the currency.
 */
export type Objective = readonly ObjectiveTerm[];
