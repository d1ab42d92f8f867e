import type { IntervalIndex, WattHours } from '#flexoffer';
import { DAY_START, isoOfInterval } from '../calendar/demo-day.js';
import type { Zone } from '../community/grid.js';
import type { GridLoad } from '../extracts/grid-load.js';
import { needOf } from './need.js';

/** A DOMS flexibility request as it goes over the wire. */
export interface FlexibilityRequest {
  readonly requestId: string;
  readonly startTime: string;
  readonly intervalLength: 900;
  /** kWh per interval; positive: more production or less consumption. */
  readonly scheduleChange: readonly number[];
  /** EUR per kWh, one per interval. */
  readonly energyPrice: readonly number[];
  readonly gridNode: Zone;
}

/** A request with the time in which it is listed. */
export interface PlannedRequest {
  readonly publishedFrom: IntervalIndex;
  /** First interval after its last delivery. */
  readonly deliveredAt: IntervalIndex;
  readonly request: FlexibilityRequest;
}

const QUARTERS_AN_HOUR = 4;
const HOURS_AHEAD = 6;

/**
 * The day's requests: one an hour and zone, published six hours before its first delivery. Every quarter-hour is
 * asked for exactly once in each zone; an hour that needs nothing is not asked for.
 *
 * The DOMS knows the day's actual load before it happens, and so stands in for one with a good intraday forecast.
 */
export function plannedRequests(
  gridLoad: readonly GridLoad[],
  shares: ReadonlyMap<Zone, number>,
): PlannedRequest[] {
  const needs = gridLoad.map(needOf);
  const changes = needs.map(({ changeWh }) => splitByShare(changeWh, shares));
  const hours = Array.from({ length: needs.length / QUARTERS_AN_HOUR }, (_, hour) => hour * QUARTERS_AN_HOUR);
  return hours.flatMap((first) => {
    const block = needs.slice(first, first + QUARTERS_AN_HOUR);
    if (block.every(({ changeWh }) => changeWh === 0)) return [];
    const start = DAY_START + first;
    return [...shares.keys()].map((zone) => ({
      publishedFrom: start - HOURS_AHEAD * QUARTERS_AN_HOUR,
      deliveredAt: start + QUARTERS_AN_HOUR,
      request: {
        requestId: `${zone}-${start}`,
        startTime: isoOfInterval(start),
        intervalLength: 900 as const,
        scheduleChange: block.map((_, quarter) => (changes[first + quarter]?.get(zone) ?? 0) / 1000),
        energyPrice: block.map(({ pricePerKwh }) => pricePerKwh),
        gridNode: zone,
      },
    }));
  });
}

/** Whole Wh that sum to `energyWh`; the last zone takes what rounding leaves. */
function splitByShare(energyWh: WattHours, shares: ReadonlyMap<Zone, number>): Map<Zone, WattHours> {
  const parts = new Map<Zone, WattHours>();
  let left = energyWh;
  const zones = [...shares];
  for (const [index, [zone, share]] of zones.entries()) {
    const part = index === zones.length - 1 ? left : Math.round(energyWh * share) + 0;
    parts.set(zone, part);
    left -= part;
  }
  return parts;
}
