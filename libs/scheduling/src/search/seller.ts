import { unitBounds } from '#flexoffer';
import type { AskedPrice, IntervalIndex, MicroPerKwh } from '#flexoffer';
import type { SellOrder } from '../clearing.js';
import type { RequestBook, VisibleRequests } from './request-book.js';

/**
 * A sell order made ready for the search. Its reach is every interval that any of its schedules, or its default
 * schedule, touches; arrays "by cell" have one entry for each interval of the reach.
 *
 * ```
 * default        |##########|
 * earliest     |::::::::|
 * latest                  |::::::::|
 * reach        |-------------------|      cell 0 is interval `reachFrom`
 * ```
 */
export interface Seller {
  readonly orderId: string;
  readonly gridNode: string;
  /** What it asks and the transfer down to its node: comparable with the worth of a request. */
  readonly ask: AskedPrice;
  readonly transfer: MicroPerKwh;
  readonly firstInterval: IntervalIndex;
  /** Start times to choose from, in ascending order. */
  readonly starts: readonly IntervalIndex[];
  readonly reachFrom: IntervalIndex;
  readonly cells: number;
  /** By cell. */
  readonly defaultWh: Float64Array;
  /** The energy of the whole default schedule. */
  readonly usualWh: number;
  /** By interval of the profile. */
  readonly lowerWh: Float64Array;
  readonly upperWh: Float64Array;
  readonly totalLowerWh: number;
  readonly totalUpperWh: number;
  /** By cell; undefined where nobody asks. */
  readonly requests: readonly (VisibleRequests | undefined)[];
}

/**
 * Reads a sell order for the search.
 *
 * @param firstInterval the first that can still change
 * @param transfer the price of transfer from the root of the grid down to the seller's node
 */
export function readSeller(
  order: SellOrder,
  firstInterval: IntervalIndex,
  book: RequestBook,
  transfer: MicroPerKwh,
): Seller {
  const { offer, orderId, gridNode } = order;
  const { lowerWh, upperWh } = unitBounds(offer);
  const { start, energiesWh } = offer.defaultSchedule;
  const starts = possibleStarts(order, firstInterval);
  const reachFrom = Math.min(start, ...starts.slice(0, 1));
  const reachEnd = Math.max(start + energiesWh.length, offer.startBefore + lowerWh.length);
  const cells = reachEnd - reachFrom;
  const defaultWh = new Float64Array(cells);
  defaultWh.set(energiesWh, start - reachFrom);
  const view = book.visibleFrom(gridNode);
  return {
    orderId,
    gridNode,
    ask: { up: offer.price.up + transfer, down: offer.price.down + transfer },
    transfer,
    firstInterval,
    starts,
    reachFrom,
    cells,
    defaultWh,
    usualWh: energiesWh.reduce((sum, energy) => sum + energy, 0),
    lowerWh: Float64Array.from(lowerWh),
    upperWh: Float64Array.from(upperWh),
    totalLowerWh: offer.totalEnergy?.lowerWh ?? -Infinity,
    totalUpperWh: offer.totalEnergy?.upperWh ?? Infinity,
    requests: Array.from({ length: cells }, (_, cell) => view.get(reachFrom + cell)),
  };
}

/** A device cannot begin in the past, but one that has begun by its default schedule may go on differently. */
function possibleStarts({ offer }: SellOrder, firstInterval: IntervalIndex): IntervalIndex[] {
  const starts: IntervalIndex[] = [];
  const begun = offer.defaultSchedule.start;
  if (begun < firstInterval && begun >= offer.startAfter && begun <= offer.startBefore) starts.push(begun);
  for (let start = Math.max(offer.startAfter, firstInterval); start <= offer.startBefore; start += 1) {
    starts.push(start);
  }
  return starts;
}
