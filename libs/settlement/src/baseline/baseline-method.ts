import type { IntervalIndex, WattHours } from '#flexoffer';
import type { LocalDay } from '../calendar/local-day.js';

/** What a baseline of one participant on one local day is computed from. */
export interface BaselineInput {
  /** The day whose baseline is wanted. Nothing measured on it or after it has any influence. */
  readonly day: LocalDay;
  /** The market's time zone, an IANA name. */
  readonly zone: string;
  /** Net energy at the meter, consumption-positive. An interval without an entry is missing, which is not 0. */
  readonly readings: ReadonlyMap<IntervalIndex, WattHours>;
  /** Local days on which the participant was asked to deviate: they say nothing about its habits. */
  readonly eventDays: ReadonlySet<LocalDay>;
  readonly holidays: ReadonlySet<LocalDay>;
  /** The participant's default schedules summed, consumption-positive; an interval without an entry is 0. */
  readonly defaultWh: ReadonlyMap<IntervalIndex, WattHours>;
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

export type SkipReason = 'event day' | 'other day type' | 'incomplete readings';

/** `insufficient-days`: the look-back window does not hold as many eligible days as the method needs. */
export type BaselineFailure = 'insufficient-days';

/** `days`, the latest first: the traces that lead from the baseline back to readings. */
export type BaselineResult =
  | {
      readonly ok: true;
      /** One entry per interval of the day, in order: 92, 96 or 100. */
      readonly values: readonly BaselineValue[];
      readonly days: readonly ConsideredDay[];
    }
  | { readonly ok: false; readonly reason: BaselineFailure; readonly days: readonly ConsideredDay[] };

/** A way to say what would have been consumed. Pure: the same input always has the same result. */
export interface BaselineMethod {
  /** As in the contract's `baseline.method`. */
  readonly name: string;
  baseline(input: BaselineInput): BaselineResult;
}
