import type { WattHours } from '#flexoffer';

/** What was measured before the event, and what the unadjusted baseline has, all consumption-positive. */
export interface Observed {
  /** Number of intervals of the window. */
  readonly windowLength: number;
  readonly windowActualWh: WattHours;
  readonly windowBaselineWh: WattHours;
  /** The sum of the absolute values over all events of the day, not only over this one. */
  readonly dayEventsWh: WattHours;
  /** Number of intervals of all events of the day. */
  readonly dayEventsLength: number;
}

/**
 * How an adjustment is made. Every rule keeps two promises, by which inflating one's consumption before an event
 * loses (docs/baselines.md):
 *
 * - slope: a Wh more in the window raises the baseline of all events of the day together by at most `MOST_SLOPE` Wh,
 *   but for rounding (less than one Wh for each interval);
 * - cap: an interval changes by at most the rule's share of the unadjusted baseline.
 */
export interface AdjustmentRule {
  /** Number of intervals of the window. */
  readonly windowLength: number;
  /** The window ends at least this many intervals before its event. */
  readonly gap: number;
  /** The change of an interval whose unadjusted baseline is `baselineWh`; undefined if there is no base for one. */
  changeWh(observed: Observed): ((baselineWh: WattHours) => WattHours) | undefined;
}

/** Three quarters: below one, so that inflating costs more energy than it gains. */
export const MOST_SLOPE = { numerator: 3n, denominator: 4n } as const;
