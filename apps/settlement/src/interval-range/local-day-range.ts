import { dayQuarters, daysAfter, localDayOf, type LocalDay } from '#settlement';
import type { IntervalRange } from './interval-range.js';

/** The intervals of the local days that a range touches, and of `before` days before them. */
export function localDayRange({ from, to }: IntervalRange, zone: string, before = 0): IntervalRange {
  const first = daysAfter(localDayOf(from, zone), -before);
  const end = daysAfter(localDayOf(Math.max(from, to - 1), zone), 1);
  return { from: firstInterval(first, zone, from), to: firstInterval(end, zone, to) };
}

function firstInterval(day: LocalDay, zone: string, otherwise: number): number {
  return dayQuarters(day, zone)[0]?.interval ?? otherwise;
}
