import type { IntervalIndex } from '#flexoffer';
import { dayQuarters } from '../calendar/day-quarters.js';
import { IntervalCurve } from '../calendar/interval-values.js';
import { localDays } from '../calendar/local-day-of.js';
import { netWh } from '../net-energy.js';
import type { OriginRun, ReadingDay } from './reading-day.js';

/** What is known of a meter from `from` on, one place per interval. */
export interface KnownCurve {
  readonly from: IntervalIndex;
  /** NaN: no value that may settle. */
  readonly importWh: Float64Array;
  readonly exportWh: Float64Array;
  /** Index into the list of origins; 0: none. */
  readonly origin: Uint8Array;
}

/** Where a value comes from, and what it is worth. */
export interface ValueOrigin {
  readonly source: string;
  readonly quality: string;
}

/**
 * A curve by local days. Days without any value are left out: they are missing either way.
 *
 * @param origins what the curve's `origin` points into
 */
export function readingDays(
  curve: KnownCurve,
  origins: readonly (ValueOrigin | undefined)[],
  zone: string,
): ReadingDay[] {
  const days: ReadingDay[] = [];
  for (const day of localDays(curve.from, curve.from + curve.origin.length, zone)) {
    const places = dayQuarters(day, zone).map(({ interval }) => interval - curve.from);
    const importWh = places.map((place) => valueAt(curve.importWh, place));
    if (importWh.every((value) => value === null)) continue;
    const exportWh = places.map((place) => valueAt(curve.exportWh, place));
    const origin = places.map((place, at) =>
      importWh[at] === null ? undefined : origins[curve.origin[place] ?? 0],
    );
    days.push({ day, importWh, exportWh, origins: originRuns(origin) });
  }
  return days;
}

/** Net energy of a curve by interval, consumption-positive. */
export function netCurve({ from, importWh, exportWh }: KnownCurve): IntervalCurve {
  return new IntervalCurve(
    from,
    importWh.map((taken, index) => netWh(taken, exportWh[index] ?? NaN)),
  );
}

function valueAt(values: Float64Array, place: number): number | null {
  const value = values[place];
  return value === undefined || Number.isNaN(value) ? null : value;
}

function originRuns(origins: readonly (ValueOrigin | undefined)[]): OriginRun[] {
  const runs: { count: number; source?: string; quality?: string }[] = [];
  let previous: ValueOrigin | undefined;
  for (const [index, origin] of origins.entries()) {
    const last = runs.at(-1);
    if (last !== undefined && index > 0 && sameOrigin(origin, previous)) last.count += 1;
    else if (origin === undefined) runs.push({ count: 1 });
    else runs.push({ count: 1, source: origin.source, quality: origin.quality });
    previous = origin;
  }
  return runs;
}

/** Two origins may differ in what evidence does not keep. */
function sameOrigin(a: ValueOrigin | undefined, b: ValueOrigin | undefined): boolean {
  return a === b || (a !== undefined && a.source === b?.source && a.quality === b.quality);
}
