import type { IntervalIndex } from '#flexoffer';
import { DAY_END, DAY_START, isoOfInterval } from '../calendar/demo-day.js';
import type { GridLoad } from '../extracts/grid-load.js';
import { needOf } from './need.js';

/** What the DOMS sees of its grid; series of 15-minute energies, in the grid's own MWh unless named otherwise. */
export interface StateVariables {
  readonly at: string;
  readonly startTime: string;
  readonly intervalLength: 900;
  /** From `startTime` until now. */
  readonly actualLoadMwh: readonly number[];
  /** From `startTime` to the end of the day. */
  readonly predictedLoadMwh: readonly number[];
  /** From `desiredFrom` to the end of the day, scaled to the community. */
  readonly desiredFrom: string;
  readonly desiredEnergyVariation: readonly number[];
  readonly desiredPrice: readonly number[];
}

export function stateVariables(gridLoad: readonly GridLoad[], now: IntervalIndex): StateVariables {
  const past = Math.min(Math.max(now, DAY_START), DAY_END) - DAY_START;
  const future = gridLoad.slice(past).map(needOf);
  return {
    at: isoOfInterval(now),
    startTime: isoOfInterval(DAY_START),
    intervalLength: 900,
    actualLoadMwh: gridLoad.slice(0, past).map(({ actualMwh }) => actualMwh),
    predictedLoadMwh: gridLoad.map(({ weekEarlierMwh }) => weekEarlierMwh),
    desiredFrom: isoOfInterval(DAY_START + past),
    desiredEnergyVariation: future.map(({ changeWh }) => changeWh / 1000),
    desiredPrice: future.map(({ pricePerKwh }) => pricePerKwh),
  };
}
