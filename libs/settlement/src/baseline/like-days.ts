import { dayType } from '../calendar/day-type.js';
import type { LocalDay } from '../calendar/local-day.js';
import { daysAfter } from '../calendar/local-day.js';
import type { BaselineInput, SkipReason } from './baseline-method.js';
import type { DayProfile } from './day-profile.js';
import { dayProfile } from './day-profile.js';

/** How far back a like day may lie, in calendar days (the bound of California's 10-of-10 rule). */
export const LOOK_BACK_DAYS = 45;

/** How many like days the methods named "of 10" look for. */
export const LIKE_DAYS = 10;

/** How many like days a method wants, and how far back it looks for them. */
export interface LikeDayRules {
  readonly count: number;
  readonly lookBackDays: number;
  /**
   * A day with less than this share (in percent) of the mean energy of the days found is passed over and replaced,
   * until none is left that has less; 0: none is. Not applied where that mean is not positive.
   */
  readonly leastPercentOfMean: number;
}

export const TEN_LIKE_DAYS: LikeDayRules = {
  count: LIKE_DAYS,
  lookBackDays: LOOK_BACK_DAYS,
  leastPercentOfMean: 0,
};

/** A day that was passed over. */
export interface SkippedDay {
  readonly day: LocalDay;
  readonly reason: SkipReason;
}

/** Eligible days and those passed over on the way to them, the latest first. */
export interface LikeDays {
  readonly eligible: readonly DayProfile[];
  /** Those that were eligible but for their low energy. */
  readonly low: readonly DayProfile[];
  readonly skipped: readonly SkippedDay[];
}

/**
 * The latest eligible days before the target day; fewer than wanted if the look-back window does not hold as many.
 * Eligible is a day of the same type (business or not) that is no event or outage day and has a reading in every
 * interval.
 *
 * ```
 * day - lookBackDays                                   day - 1   day
 *    |----------------------------------------------------|   target
 *           stops at the last wanted eligible day <------- looks back from here
 * ```
 */
export function likeDays(input: BaselineInput, rules: LikeDayRules = TEN_LIKE_DAYS): LikeDays {
  const tooLow = new Set<LocalDay>();
  for (;;) {
    const found = look(input, rules, tooLow);
    const total = found.eligible.reduce((sum, { energyWh }) => sum + energyWh, 0);
    const low = found.eligible.filter(
      ({ energyWh }) =>
        total > 0 && energyWh * found.eligible.length * 100 < rules.leastPercentOfMean * total,
    );
    if (low.length === 0) return found;
    for (const { day } of low) tooLow.add(day);
  }
}

function look(input: BaselineInput, rules: LikeDayRules, tooLow: ReadonlySet<LocalDay>): LikeDays {
  const eligible: DayProfile[] = [];
  const low: DayProfile[] = [];
  const skipped: SkippedDay[] = [];
  const wantedType = dayType(input.day, input.holidays);
  for (let back = 1; back <= rules.lookBackDays && eligible.length < rules.count; back += 1) {
    const day = daysAfter(input.day, -back);
    const otherType = dayType(day, input.holidays) !== wantedType;
    const usable = otherType ? 'other day type' : usableDay(day, input);
    if (typeof usable === 'string') skipped.push({ day, reason: usable });
    else if (tooLow.has(day)) low.push(usable);
    else eligible.push(usable);
  }
  return { eligible, low, skipped };
}

/** What was measured on an earlier day, unless it was an event or outage day or lacks a reading. */
export function usableDay(
  day: LocalDay,
  { zone, readings, eventDays, outageDays }: BaselineInput,
): DayProfile | SkipReason {
  if (eventDays.has(day)) return 'event day';
  if (outageDays?.has(day)) return 'outage day';
  return dayProfile(day, zone, readings) ?? 'incomplete readings';
}
