import { kwhOf } from '../format/energy.js';
import type { Trade } from '../trades/trade.js';
import type { BuyOrder } from './buy-order.js';
import { isWithin } from './zone.js';
import type { ZoneEnergy } from './zone-energy.js';

/** kWh per quarter-hour of the day; null where there is nothing to show. */
export type Quarters = readonly (number | null)[];

/** A zone's day. The first two have the buyer's sign (positive: less consumption), the others are consumption. */
export interface ZoneSeries {
  readonly asked: Quarters;
  readonly cleared: Quarters;
  readonly baseline: Quarters;
  readonly scheduled: Quarters;
  readonly measured: Quarters;
}

/** What is known of the day, of all zones. */
export interface DayFigures {
  readonly orders: readonly BuyOrder[];
  readonly trades: readonly Trade[];
  readonly energies: readonly ZoneEnergy[];
}

/** @param boundaries the starts of the day's quarter-hours and the end of the last (epoch milliseconds) */
export function zoneSeries(zone: string, boundaries: readonly number[], figures: DayFigures): ZoneSeries {
  const sum = <T>(
    items: readonly T[],
    startOf: (item: T) => number,
    kwh: (item: T) => number | null,
  ): Quarters => sumPerQuarter(boundaries, items, startOf, kwh);
  const asked = figures.orders
    .filter((order) => isWithin(order.gridNode, zone))
    .flatMap((order) => order.intervals);
  const trades = figures.trades.filter((trade) => isWithin(trade.gridNode, zone));
  const energies = figures.energies.filter((energy) => isWithin(energy.gridNode, zone));
  const energy = (wattHours: (item: ZoneEnergy) => number | null): Quarters =>
    sum(
      energies,
      (item) => item.intervalStart,
      (item) => kwhOf(wattHours(item)),
    );
  return {
    asked: sum(
      asked,
      (item) => item.intervalStart,
      (item) => item.changeKwh,
    ),
    cleared: sum(
      trades,
      (item) => item.intervalStart,
      (item) => item.changeKwh,
    ),
    baseline: energy((item) => item.baselineWh),
    scheduled: energy((item) => item.scheduledWh),
    measured: energy((item) => item.measuredWh),
  };
}

/** Items outside the day and unknown values add nothing. */
function sumPerQuarter<T>(
  boundaries: readonly number[],
  items: readonly T[],
  startOf: (item: T) => number,
  kwhFrom: (item: T) => number | null,
): Quarters {
  const sums = new Map<number, number>();
  for (const item of items) {
    const kwh = kwhFrom(item);
    if (kwh !== null) sums.set(startOf(item), (sums.get(startOf(item)) ?? 0) + kwh);
  }
  return boundaries.slice(0, -1).map((start) => sums.get(start) ?? null);
}

export const isEmpty = (quarters: Quarters): boolean => quarters.every((kwh) => kwh === null);

/** The sum of what is known. */
export const totalOf = (quarters: Quarters): number =>
  quarters.reduce<number>((sum, kwh) => sum + (kwh ?? 0), 0);
