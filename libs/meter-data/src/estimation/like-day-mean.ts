import type { SettlingValues } from '../readings/settling-values.js';
import type { Calendar, Estimate } from './estimate.js';

/** As baselines choose them: the latest business days for a business day, other days for another. */
const MOST_DAYS = 10;
/** Of fewer days a mean says little. */
const LEAST_DAYS = 3;
/** How far back a day may lie, in quarter-hours; one hour more, for a change of the clock. */
const LOOK_BACK = 45 * 96 + 4;

/** The mean of the same quarter of the wall clock on the latest like days before that have a value there. */
export function likeDayMean(
  curve: SettlingValues,
  place: number,
  calendar: Calendar,
): Omit<Estimate, 'interval'> | undefined {
  const wanted = calendar(place);
  const days = new Set<string>();
  const like: number[] = [];
  for (
    let before = place - 88;
    before >= Math.max(0, place - LOOK_BACK) && like.length < MOST_DAYS;
    before -= 1
  ) {
    if (curve.origin[before] === 0) continue;
    const time = calendar(before);
    if (time.quarter !== wanted.quarter || time.isBusinessDay !== wanted.isBusinessDay) continue;
    // On the day of 100 quarter-hours the wall clock shows some of them twice: the later one counts.
    if (time.day === wanted.day || days.has(time.day)) continue;
    days.add(time.day);
    like.push(before);
  }
  if (like.length < LEAST_DAYS) return undefined;
  const mean = (values: Float64Array): number =>
    Math.round(like.reduce((sum, one) => sum + (values[one] ?? 0), 0) / like.length);
  return { importWh: mean(curve.importWh), exportWh: mean(curve.exportWh), rule: 'like-day-mean' };
}
