import type { IntervalIndex, WattHours } from '#flexoffer';
import type { IntervalValues } from '../../calendar/interval-values.js';
import { dayQuarters } from '../../calendar/day-quarters.js';
import type { BaselineEvent } from '../baseline-event.js';
import { eventsWithin, firstNotification } from '../baseline-event.js';
import type { BaselineMethod, BaselineValue } from '../baseline-method.js';
import type { Adjustment } from './adjustment.js';
import type { AdjustmentRule } from './adjustment-rule.js';
import { windowSums } from './window-sums.js';

/** What an adjustment is made from. */
interface Unadjusted {
  readonly readings: IntervalValues;
  /** One per interval of the day. */
  readonly values: readonly BaselineValue[];
  readonly events: readonly BaselineEvent[];
}

/**
 * The method with a day-of adjustment of its events; all other intervals stay as they are.
 *
 * ```
 * 00:00        windowFrom        windowTo <= first notification of the day      event
 *   |--------------|=================|------------------|........................|#####|
 *                   what is compared  >= gap before the event, never after anybody knew
 * ```
 *
 * A window that would begin before midnight, lacks a reading or has no consumption to compare with leaves the event
 * unadjusted, and the result says so: it is never made shorter.
 */
export function adjusted(name: string, method: BaselineMethod, rule: AdjustmentRule): BaselineMethod {
  return {
    ...method,
    name,
    adjusts: true,
    baseline(input) {
      const plain = method.baseline(input);
      const events = eventsWithin(input.events ?? [], dayQuarters(input.day, input.zone));
      if (!plain.ok || events.length === 0) return plain;
      const unadjusted = { readings: input.readings, values: plain.values, events };
      const changes = events.map((event) => changeOf(event, rule, unadjusted));
      const byInterval = new Map(changes.flatMap(({ changed }) => changed));
      const values = plain.values.map(({ interval, baselineWh }) => ({
        interval,
        baselineWh: baselineWh + (byInterval.get(interval) ?? 0),
      }));
      return { ...plain, values, adjustments: changes.map(({ adjustment }) => adjustment) };
    },
  };
}

/** The adjustment of one event, and what it adds to each interval. */
interface Change {
  readonly adjustment: Adjustment;
  readonly changed: readonly (readonly [IntervalIndex, WattHours])[];
}

function changeOf(event: BaselineEvent, rule: AdjustmentRule, unadjusted: Unadjusted): Change {
  const { readings, values, events } = unadjusted;
  const windowTo = Math.min(firstNotification(events) ?? event.from, event.from - rule.gap);
  const windowFrom = windowTo - rule.windowLength;
  const bounds = { from: event.from, to: event.to, windowFrom, windowTo };
  const window = windowSums(windowFrom, windowTo, readings, values);
  if (typeof window === 'string')
    return { adjustment: { ...bounds, changeWh: 0, left: window }, changed: [] };
  const inEvents = events.flatMap((each) => valuesOf(each, values));
  const changeWh = rule.changeWh({
    windowLength: rule.windowLength,
    windowActualWh: window.actualWh,
    windowBaselineWh: window.baselineWh,
    dayEventsWh: inEvents.reduce((sum, { baselineWh }) => sum + Math.abs(baselineWh), 0),
    dayEventsLength: inEvents.length,
  });
  if (changeWh === undefined)
    return { adjustment: { ...bounds, changeWh: 0, left: 'no consumption' }, changed: [] };
  const changed = valuesOf(event, values).map(
    ({ interval, baselineWh }) => [interval, changeWh(baselineWh)] as const,
  );
  const total = changed.reduce((sum, [, wh]) => sum + wh, 0);
  return { adjustment: { ...bounds, changeWh: total }, changed };
}

function valuesOf({ from, to }: BaselineEvent, values: readonly BaselineValue[]): readonly BaselineValue[] {
  const first = values[0]?.interval ?? from;
  return values.slice(from - first, to - first);
}
