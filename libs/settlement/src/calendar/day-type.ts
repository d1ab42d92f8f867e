import type { LocalDay } from './local-day.js';
import { weekdayNumber } from './local-day.js';

/** Days whose consumption is alike. */
export type DayType = 'business' | 'non-business';

/** Monday to Friday are business days unless they are holidays; all others are not. */
export function dayType(day: LocalDay, holidays: ReadonlySet<LocalDay>): DayType {
  return weekdayNumber(day) <= 5 && !holidays.has(day) ? 'business' : 'non-business';
}
