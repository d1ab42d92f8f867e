import type { IntervalIndex } from '#flexoffer';
import type { SettlingValues } from '../readings/settling-values.js';
import { runsOf, type Run } from '../validation/runs.js';
import { likeDayMean } from './like-day-mean.js';
import type { Calendar, Estimate } from './estimate.js';
import { localTime, type LocalTime } from './local-clock.js';

/** Two hours: what lies between two values is not farther from both. */
export const LONGEST_INTERPOLATION = 8;

/**
 * Estimates of the quarter-hours that have no value:
 *
 * ```
 * gap of at most 8, between values    linear-interpolation    each direction by itself, whole Wh
 * longer, or at the edge              like-day-mean           same quarter of the wall clock, of up to 10 like days before
 * too few like days                   none: it stays missing
 * ```
 *
 * @param curve also of the 45 days before, for like days
 * @param first place from which on estimates are wanted
 */
export function estimateMissing(
  curve: SettlingValues & { readonly from: IntervalIndex },
  first: number,
  zone: string,
  holidays: ReadonlySet<string>,
): Estimate[] {
  const times = new Map<number, LocalTime>();
  const calendar: Calendar = (place) => {
    const known = times.get(place) ?? localTime(curve.from + place, zone, holidays);
    times.set(place, known);
    return known;
  };
  const gaps = runsOf(curve.origin.length, (place) => curve.origin[place] === 0);
  return gaps.flatMap((gap) =>
    Array.from({ length: gap.end - gap.start }, (_, offset) => gap.start + offset)
      .filter((place) => place >= first)
      .flatMap((place) => {
        const estimate = isShort(gap, curve)
          ? interpolated(curve, gap, place)
          : likeDayMean(curve, place, calendar);
        return estimate ? [{ interval: curve.from + place, ...estimate }] : [];
      }),
  );
}

const isShort = ({ start, end }: Run, { origin }: SettlingValues): boolean =>
  start > 0 && end < origin.length && end - start <= LONGEST_INTERPOLATION;

function interpolated(curve: SettlingValues, { start, end }: Run, place: number): Omit<Estimate, 'interval'> {
  const share = (place - start + 1) / (end - start + 1);
  const between = (values: Float64Array): number => {
    const [before, after] = [values[start - 1] ?? NaN, values[end] ?? NaN];
    return Math.round(before + (after - before) * share);
  };
  const [importWh, exportWh] = [between(curve.importWh), between(curve.exportWh)];
  return { importWh, exportWh, rule: 'linear-interpolation' };
}
