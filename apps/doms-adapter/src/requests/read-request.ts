import {
  INTERVAL_SECONDS,
  instantOf,
  intervalOf,
  parseInstant,
  whOfKwh,
  type Fault,
  type Instant,
  type IntervalIndex,
  type MicroPerKwh,
  type Result,
  type WattHours,
} from '#flexoffer';
import type { OrderedEnergy } from '#messages';
import type { FlexibilityRequest } from './flexibility-request.js';

/** A request in market terms. */
export interface BuyRequest {
  readonly gridNode: string;
  /** The interval of the first entry of `scheduleChange`. */
  readonly startInterval: IntervalIndex;
  /** Only the intervals in which something is asked for. */
  readonly intervals: readonly OrderedEnergy[];
}

export interface RequestContext {
  readonly now: Instant;
  /** Where a request without a node asks; undefined where the grid has no single root. */
  readonly rootNode: string | undefined;
}

/**
 * A request as the market understands it. Energies become whole watt-hours and prices millionths, each rounded to
 * the nearest, half away from zero.
 *
 * ```
 *            now                    startTime absent: starts here
 * |----------|---------|------------|------------|
 * 10:00      10:07     10:15        10:30
 *                      ↑ the next interval
 * ```
 */
export function readRequest(
  request: FlexibilityRequest,
  { now, rootNode }: RequestContext,
): Result<BuyRequest> {
  const faults: Fault[] = [];
  const { scheduleChange, energyPrice, intervalLength } = request;
  if (intervalLength !== INTERVAL_SECONDS)
    faults.push({ path: 'intervalLength', message: `must be ${INTERVAL_SECONDS}, the market's interval` });
  if (energyPrice.length !== scheduleChange.length)
    faults.push({
      path: 'energyPrice',
      message: `must have ${scheduleChange.length} entries, as scheduleChange has`,
    });
  const startInterval = startOf(request.startTime, now, faults);
  const gridNode = request.gridNode ?? rootNode;
  if (gridNode === undefined)
    faults.push({ path: 'gridNode', message: 'is missing, and the grid has no single root' });
  const intervals = scheduleChange
    .map((change, index) => ({
      interval: startInterval + index,
      changeWh: wattHoursOf(change),
      price: microOf(energyPrice[index] ?? 0),
    }))
    .filter(({ changeWh }) => changeWh !== 0);
  if (intervals.length === 0)
    faults.push({ path: 'scheduleChange', message: 'must ask for at least one watt-hour in some interval' });
  if (faults.length > 0 || gridNode === undefined) return { ok: false, faults };
  return { ok: true, value: { gridNode, startInterval, intervals } };
}

function startOf(startTime: string | undefined, now: Instant, faults: Fault[]): IntervalIndex {
  if (startTime === undefined) return intervalOf(now) + 1;
  const start = parseInstant(startTime);
  if (start === undefined) {
    faults.push({ path: 'startTime', message: 'must be an ISO 8601 instant such as 2026-01-15T10:00:00Z' });
    return 0;
  }
  const interval = intervalOf(start);
  if (instantOf(interval) !== start)
    faults.push({ path: 'startTime', message: 'must be the start of a quarter-hour' });
  return interval;
}

/** Half a watt-hour counts away from zero, whichever the direction: a request and its reverse round alike. */
export function wattHoursOf(kwh: number): WattHours {
  return Math.sign(kwh) * whOfKwh(Math.abs(kwh), 'nearest') + 0;
}

function microOf(price: number): MicroPerKwh {
  return Math.sign(price) * Math.round(Math.abs(price) * 1_000_000) + 0;
}
