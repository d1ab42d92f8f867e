import type { IntervalIndex, WattHours } from '#flexoffer';

/** What an event's baseline was changed by because of what was measured on the day itself. */
export interface Adjustment {
  readonly from: IntervalIndex;
  /** Exclusive. */
  readonly to: IntervalIndex;
  /** The intervals that were looked at, `windowTo` exclusive: all over before the day's first notification. */
  readonly windowFrom: IntervalIndex;
  readonly windowTo: IntervalIndex;
  /** Added to the baseline over the whole event, consumption-positive; 0 where `left` says why. */
  readonly changeWh: WattHours;
  /** Why the baseline was left as it is. */
  readonly left?: LeftReason;
}

/**
 * - `window before midnight`: the window begins on the day before, for which the method has no values;
 * - `missing reading`: of an interval in the window;
 * - `no consumption`: the unadjusted baseline is not positive, so that there is nothing of which to take a share;
 * - `unusable window`: the window touches an event day, an outage or a missing reading.
 */
export type LeftReason = 'window before midnight' | 'missing reading' | 'no consumption' | 'unusable window';
