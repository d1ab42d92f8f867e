import type { IntervalIndex, WattHours } from '#flexoffer';
import type { IntervalValues } from '../calendar/interval-values.js';
import type { LocalDay } from '../calendar/local-day.js';
import type { Adjustment } from './adjustment/adjustment.js';
import type { BaselineEvent } from './baseline-event.js';
import type { Prognosis } from './prognosis.js';

/** What a baseline of one participant on one local day is computed from. */
export interface BaselineInput {
  /**
   * The day whose baseline is wanted. Nothing measured after it has any influence, and of what was measured on it
   * only what an adjustment reads: intervals that were over before the day's first notification.
   */
  readonly day: LocalDay;
  /** The market's time zone, an IANA name. */
  readonly zone: string;
  /** Net energy at the meter, consumption-positive. An interval without an entry is missing, which is not 0. */
  readonly readings: IntervalValues;
  /** Local days on which the participant was asked to deviate: they say nothing about its habits. */
  readonly eventDays: ReadonlySet<LocalDay>;
  readonly holidays: ReadonlySet<LocalDay>;
  /** Local days on which the connection or the meter was out of order; absent: none. */
  readonly outageDays?: ReadonlySet<LocalDay>;
  /** What was asked for on the day itself; absent or empty: nothing, and nothing is adjusted. */
  readonly events?: readonly BaselineEvent[];
  /** Outdoor temperature in degrees Celsius, of earlier days and of the day itself; absent: unknown. */
  readonly temperatureC?: IntervalValues;
  /** What the participant said beforehand that it would consume; absent: nothing. */
  readonly prognosis?: Prognosis;
  /** The participant's default schedules summed, consumption-positive; an interval without an entry is 0. */
  readonly defaultWh: IntervalValues;
}

/** What the participant would have consumed in one interval had nobody asked it for anything. */
export interface BaselineValue {
  readonly interval: IntervalIndex;
  readonly baselineWh: WattHours;
}

/**
 * What became of an earlier day: its values are in the mean (`counted`), it was eligible and then left out by
 * the method's selection (`trimmed`), or it was not eligible (`skipped`).
 */
export type ConsideredDay =
  | { readonly day: LocalDay; readonly use: 'counted' | 'trimmed'; readonly energyWh: WattHours }
  | { readonly day: LocalDay; readonly use: 'skipped'; readonly reason: SkipReason };

export type SkipReason =
  'event day' | 'outage day' | 'other day type' | 'incomplete readings' | 'incomplete temperatures';

/**
 * - `insufficient-days`: the look-back window does not hold as many eligible days as the method needs;
 * - `no-temperature`: a temperature of the day itself is missing;
 * - `no-prognosis`, `incomplete-prognosis`, `late-prognosis`: none, not of every interval, or not before the day and
 *   its first notification.
 */
export type BaselineFailure =
  'insufficient-days' | 'no-temperature' | 'no-prognosis' | 'incomplete-prognosis' | 'late-prognosis';

/** `days`, the latest first: the traces that lead from the baseline back to readings. */
export type BaselineResult =
  | {
      readonly ok: true;
      /** One entry per interval of the day, in order: 92, 96 or 100. */
      readonly values: readonly BaselineValue[];
      readonly days: readonly ConsideredDay[];
      /** One per event of the day, in their order; absent if the method adjusts nothing or there are no events. */
      readonly adjustments?: readonly Adjustment[];
    }
  | { readonly ok: false; readonly reason: BaselineFailure; readonly days: readonly ConsideredDay[] };

/** A way to say what would have been consumed. Pure: the same input always has the same result. */
export interface BaselineMethod {
  /** As in the contract's `baseline.method`. */
  readonly name: string;
  /** How many calendar days before the target day its readings may lie; 0: it reads none. */
  readonly lookBackDays: number;
  /** Whether readings of the day itself, from before its first notification, change the baseline of its events. */
  readonly adjusts: boolean;
  /** What it reads beside meter values and default schedules; absent: nothing. */
  readonly needs?: 'temperature' | 'prognosis';
  baseline(input: BaselineInput): BaselineResult;
}
