import {
  addErrors,
  backTestDay,
  BASELINE_METHODS,
  type BaselineMethod,
  type ErrorSums,
  type LocalDay,
  NO_ERRORS,
  type PretendedEvents,
} from '#settlement';
import type { Site } from './site.js';

export const REFERENCE = '10-of-10';

/** What is claimed to be the best where nothing else is known of a site. */
export const GENERAL = 'calibrated-blend';

/** What a method did on each day. */
export interface MethodDays {
  readonly method: string;
  readonly byDay: ReadonlyMap<LocalDay, ErrorSums>;
}

/** The methods that need nothing beyond the site's readings and, where it has them, temperatures. */
export function methodsFor(site: Site): readonly BaselineMethod[] {
  const withoutHistory = ['default-schedule', 'prognosis'];
  const withTemperature = ['weather-matched', 'time-of-week-temperature'];
  return BASELINE_METHODS.filter(
    ({ name }) =>
      !withoutHistory.includes(name) &&
      (site.history.temperatureC !== undefined || !withTemperature.includes(name)),
  );
}

export function measure(
  site: Site,
  method: BaselineMethod,
  days: readonly LocalDay[],
  pretended: PretendedEvents,
): MethodDays {
  const byDay = new Map(days.map((day) => [day, backTestDay(method, site.history, day, pretended)]));
  return { method: method.name, byDay };
}

/** The errors on those of the days for which `wanted` holds. */
export function errorsOn({ byDay }: MethodDays, wanted: (day: LocalDay) => boolean): ErrorSums {
  return [...byDay].flatMap(([day, sums]) => (wanted(day) ? [sums] : [])).reduce(addErrors, NO_ERRORS);
}

/** The days on which both had a baseline: comparing on others would favour the one that refuses the harder days. */
export function onBoth(a: MethodDays, b: MethodDays): (day: LocalDay) => boolean {
  return (day) => (a.byDay.get(day)?.days ?? 0) > 0 && (b.byDay.get(day)?.days ?? 0) > 0;
}
