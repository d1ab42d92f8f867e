import { dayType } from '../calendar/day-type.js';
import type { LocalDay } from '../calendar/local-day.js';
import { daysAfter } from '../calendar/local-day.js';
import type { BaselineInput, SkipReason } from './baseline-method.js';
import type { DayProfile } from './day-profile.js';
import { dayProfile } from './day-profile.js';

/** How far back a like day may lie, in calendar days (the bound of California's 10-of-10 rule). */
export const LOOK_BACK_DAYS = 45;

/** How many like days every method of this family looks for. */
export const LIKE_DAYS = 10;

/** Eligible days and those passed over on the way to them, the latest first. */
export interface LikeDays {
  readonly eligible: readonly DayProfile[];
  readonly skipped: readonly { readonly day: LocalDay; readonly reason: SkipReason }[];
}

/**
 * The 10 latest eligible days before the target day; fewer if 45 calendar days do not hold as many. Eligible is a
 * day of the same type (business or not) that is no event day and has a reading in every interval.
 *
 * ```
 * day - 45                                             day - 1   day
 *    |----------------------------------------------------|   target
 *              stops at the tenth eligible day   <------- looks back from here
 * ```
 */
export function likeDays(input: BaselineInput): LikeDays {
  const eligible: DayProfile[] = [];
  const skipped: { day: LocalDay; reason: SkipReason }[] = [];
  const wantedType = dayType(input.day, input.holidays);
  for (let back = 1; back <= LOOK_BACK_DAYS && eligible.length < LIKE_DAYS; back += 1) {
    const day = daysAfter(input.day, -back);
    if (dayType(day, input.holidays) !== wantedType) {
      skipped.push({ day, reason: 'other day type' });
    } else if (input.eventDays.has(day)) {
      skipped.push({ day, reason: 'event day' });
    } else {
      const profile = dayProfile(day, input.zone, input.readings);
      if (profile === undefined) skipped.push({ day, reason: 'incomplete readings' });
      else eligible.push(profile);
    }
  }
  return { eligible, skipped };
}
