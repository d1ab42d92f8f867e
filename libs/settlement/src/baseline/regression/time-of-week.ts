import type { LocalDay } from '../../calendar/local-day.js';
import { weekdayNumber } from '../../calendar/local-day.js';
import type { WallQuarter } from '../../calendar/local-quarters.js';

const SUNDAY = 7;

/** Monday 1 to Sunday 7; a holiday counts as a Sunday. */
export function weekdayOf(day: LocalDay, holidays: ReadonlySet<LocalDay>): number {
  return holidays.has(day) ? SUNDAY : weekdayNumber(day);
}

/** One of the week's 672 quarters. */
export function timeOfWeek(weekday: number, quarter: WallQuarter): number {
  return (weekday - 1) * 96 + quarter;
}
