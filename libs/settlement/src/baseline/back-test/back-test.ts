import type { WattHours } from '#flexoffer';
import type { IntervalValues } from '../../calendar/interval-values.js';
import type { LocalDay } from '../../calendar/local-day.js';
import type { BaselineEvent } from '../baseline-event.js';
import type { BaselineInput, BaselineMethod, BaselineValue } from '../baseline-method.js';
import type { ErrorSums } from './baseline-error.js';
import { NO_ERRORS, addErrors } from './baseline-error.js';
import type { PretendedEvents } from './pretended-events.js';
import { pretendedEvents } from './pretended-events.js';

/** What is known of a meter. */
export type MeterHistory = Omit<BaselineInput, 'day' | 'events'>;

/**
 * The errors of `backTestDay` over several days.
 *
 * @param days each once
 */
export function backTest(
  method: BaselineMethod,
  history: MeterHistory,
  days: readonly LocalDay[],
  pretended: PretendedEvents,
): ErrorSums {
  return days.map((day) => backTestDay(method, history, day, pretended)).reduce(addErrors, NO_ERRORS);
}

/**
 * Compares a method's baseline with what the meter showed, in pretended events on the day. Nothing is compared on an
 * event or outage day (the meter then shows something else) and where an event lacks a reading: a missing one is not 0.
 * A day on which the method refuses, for one event or all, counts as refused and not as an error.
 */
export function backTestDay(
  method: BaselineMethod,
  history: MeterHistory,
  day: LocalDay,
  pretended: PretendedEvents,
): ErrorSums {
  if (history.eventDays.has(day) || history.outageDays?.has(day)) return NO_ERRORS;
  let sums = NO_ERRORS;
  const withoutEvents = method.adjusts ? undefined : method.baseline({ ...history, day });
  for (const event of pretendedEvents(day, history.zone, pretended)) {
    const actual = actualOf(event, history.readings);
    if (actual === undefined) continue;
    const result = withoutEvents ?? method.baseline({ ...history, day, events: [event] });
    if (!result.ok) return { ...NO_ERRORS, refusedDays: 1 };
    const baseline = result.values.filter(({ interval }) => interval >= event.from && interval < event.to);
    sums = addErrors(sums, errorSums(actual, baseline));
  }
  return { ...sums, days: sums.intervals > 0 ? 1 : 0 };
}

function actualOf({ from, to }: BaselineEvent, readings: IntervalValues): WattHours[] | undefined {
  const actual: WattHours[] = [];
  for (let interval = from; interval < to; interval += 1) {
    const reading = readings.get(interval);
    if (reading === undefined) return undefined;
    actual.push(reading);
  }
  return actual;
}

function errorSums(actual: readonly WattHours[], baseline: readonly BaselineValue[]): ErrorSums {
  const errors = actual.map((wh, index) => (baseline[index]?.baselineWh ?? 0) - wh);
  return {
    ...NO_ERRORS,
    intervals: actual.length,
    actualWh: actual.reduce((sum, wh) => sum + wh, 0),
    errorWh: errors.reduce((sum, error) => sum + error, 0),
    squaredError: errors.reduce((sum, error) => sum + error * error, 0),
  };
}
