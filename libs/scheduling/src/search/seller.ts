import { memberPrices, unitBounds } from '#flexoffer';
import type { AskedPrice, FlexOffer, IntervalIndex, MicroPerKwh } from '#flexoffer';
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
  /** What it asks and the transfer down to its node: comparable with the worth of a request. Of all intervals the least. */
  readonly ask: AskedPrice;
  /** By interval of the profile, and with the price of the offer behind them; undefined: the same everywhere. */
  readonly asks: readonly AskedPrice[] | undefined;
  readonly transfer: MicroPerKwh;
  readonly firstInterval: IntervalIndex;
  /** Start times to choose from, in ascending order. */
  readonly starts: readonly IntervalIndex[];
  readonly reachFrom: IntervalIndex;
  readonly cells: number;
  readonly defaultStart: IntervalIndex;
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
 * What a seller asks for a change in a cell, if its profile starts at `start`: the price of the slice that runs there
 * then; where none does, of the slice that runs there by default.
 */
export function askAt(seller: Seller, start: IntervalIndex, cell: number): AskedPrice {
  const { asks, ask, reachFrom, defaultStart } = seller;
  if (asks === undefined) return ask;
  const last = asks.length - 1;
  const interval = reachFrom + cell;
  for (const from of [start, defaultStart])
    if (interval >= from && interval - from < last) return asks[interval - from]!;
  return asks[last]!;
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
    ...asksOf(offer, transfer),
    transfer,
    firstInterval,
    starts,
    reachFrom,
    cells,
    defaultStart: start,
    defaultWh,
    usualWh: energiesWh.reduce((sum, energy) => sum + energy, 0),
    lowerWh: Float64Array.from(lowerWh),
    upperWh: Float64Array.from(upperWh),
    totalLowerWh: offer.totalEnergy?.lowerWh ?? -Infinity,
    totalUpperWh: offer.totalEnergy?.upperWh ?? Infinity,
    requests: Array.from({ length: cells }, (_, cell) => view.get(reachFrom + cell)),
  };
}

function asksOf(offer: FlexOffer, transfer: MicroPerKwh): Pick<Seller, 'ask' | 'asks'> {
  const prices = [...memberPrices(offer), offer.price];
  const asks = prices.map(({ up, down }) => ({ up: up + transfer, down: down + transfer }));
  const ask = {
    up: Math.min(...asks.map(({ up }) => up)),
    down: Math.min(...asks.map(({ down }) => down)),
  };
  const isUniform = asks.every(({ up, down }) => up === ask.up && down === ask.down);
  return { ask, asks: isUniform ? undefined : asks };
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
