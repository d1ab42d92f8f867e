import type { WattHours } from '#flexoffer';
import type { GridLoad } from '../extracts/grid-load.js';

/** What the scripted DOMS wants in one quarter-hour of the day, over all zones. */
export interface Need {
  /** Positive: more production or less consumption. */
  readonly changeWh: WattHours;
  /** What it would pay, in EUR per kWh; 0 where it needs nothing. */
  readonly pricePerKwh: number;
}

/**
 * 1 MWh of the country's forecast error is 1 kWh in the demo. On the 15 days before the demo day the error was
 * 7 MWh a quarter-hour on average, and the community can change its load by about as many kWh.
 */
const COMMUNITY_WH_PER_GRID_MWH = 1000;

/** The dead zone of GOFLEX's balance service: 1 MW, or 0.25 MWh in a quarter-hour. */
const DEAD_ZONE_MWH = 0.25;

/** A larger error is dearer to balance: 5 ct/kWh and 1.5 ct/kWh more for each MWh, up to 40 ct/kWh. */
const LOWEST_PRICE = 0.05;
const PRICE_PER_MWH = 0.015;
const HIGHEST_PRICE = 0.4;

/**
 * The need is the real forecast error of the grid: actual load minus the load of the same quarter-hour a week
 * before. Consumption above the forecast asks for less of it, and the other way round.
 */
export function needOf({ actualMwh, weekEarlierMwh }: GridLoad): Need {
  const errorMwh = actualMwh - weekEarlierMwh;
  if (Math.abs(errorMwh) <= DEAD_ZONE_MWH) return { changeWh: 0, pricePerKwh: 0 };
  const price = Math.min(HIGHEST_PRICE, LOWEST_PRICE + PRICE_PER_MWH * Math.abs(errorMwh));
  return {
    changeWh: Math.round(errorMwh * COMMUNITY_WH_PER_GRID_MWH),
    pricePerKwh: Math.round(price * 10_000) / 10_000,
  };
}
