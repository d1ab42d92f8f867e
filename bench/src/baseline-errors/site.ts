import { type LocalDay, localDays, type MeterHistory } from '#settlement';
import type { IntervalIndex } from '#flexoffer';
import { intervalOf } from '#flexoffer';
import { publicHolidays } from './public-holidays.js';

/** A measured site, as the back-test needs it. */
export interface Site {
  readonly name: string;
  readonly history: MeterHistory & {
    readonly readings: ReadonlyMap<IntervalIndex, number>;
    readonly temperatureC?: ReadonlyMap<IntervalIndex, number>;
  };
  /** Every local day that the series touches, in order. */
  readonly days: readonly LocalDay[];
}

/**
 * The sites of a CSV with the columns `site`, `utc_start` (ISO 8601), `energy_wh` (whole, consumption-positive) and,
 * where known, `temperature_c`. An empty cell is missing.
 *
 * @throws RangeError for a line that is not so
 */
export function readSites(csv: string, zone: string): Site[] {
  const [head = '', ...lines] = csv.trimEnd().split('\n');
  const columns = head.split(',');
  const sites = new Map<
    string,
    { readings: Map<IntervalIndex, number>; temperatures: Map<IntervalIndex, number> }
  >();
  for (const line of lines) {
    const cells = line.split(',');
    const cell = (column: string): string => cells[columns.indexOf(column)] ?? '';
    const site = sites.get(cell('site')) ?? { readings: new Map(), temperatures: new Map() };
    sites.set(cell('site'), site);
    const interval = intervalOf(Date.parse(cell('utc_start')));
    if (!Number.isSafeInteger(interval)) throw new RangeError(`no interval: ${line}`);
    if (cell('energy_wh') !== '') site.readings.set(interval, wholeWh(cell('energy_wh'), line));
    if (cell('temperature_c') !== '') site.temperatures.set(interval, Number(cell('temperature_c')));
  }
  return [...sites].map(([name, { readings, temperatures }]) => {
    const days = localDays(...bounds([...readings.keys()]), zone);
    const holidays = publicHolidays(days, zone);
    const temperatureC = temperatures.size > 0 ? { temperatureC: temperatures } : {};
    const history = {
      zone,
      readings,
      holidays,
      eventDays: new Set<LocalDay>(),
      defaultWh: new Map(),
      ...temperatureC,
    };
    return { name, history, days };
  });
}

function wholeWh(text: string, line: string): number {
  const energyWh = Number(text);
  if (!Number.isSafeInteger(energyWh)) throw new RangeError(`no whole Wh: ${line}`);
  return energyWh;
}

function bounds(intervals: readonly IntervalIndex[]): [IntervalIndex, IntervalIndex] {
  const sorted = intervals.toSorted((a, b) => a - b);
  return [sorted[0] ?? 0, (sorted.at(-1) ?? -1) + 1];
}
