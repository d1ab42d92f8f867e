import type { IntervalIndex, WattHours } from '#flexoffer';
import type { IntervalValues } from '../../calendar/interval-values.js';
import type { BaselineValue } from '../baseline-method.js';
import type { LeftReason } from './adjustment.js';

/** Actual and unadjusted baseline over a window of the day itself, or why they cannot be compared. */
export function windowSums(
  windowFrom: IntervalIndex,
  windowTo: IntervalIndex,
  readings: IntervalValues,
  values: readonly BaselineValue[],
): { readonly actualWh: WattHours; readonly baselineWh: WattHours } | LeftReason {
  const first = values[0]?.interval ?? windowFrom;
  if (windowFrom < first) return 'window before midnight';
  let actualWh = 0;
  let baselineWh = 0;
  for (const value of values.slice(windowFrom - first, windowTo - first)) {
    const reading = readings.get(value.interval);
    if (reading === undefined) return 'missing reading';
    actualWh += reading;
    baselineWh += value.baselineWh;
  }
  return { actualWh, baselineWh };
}
