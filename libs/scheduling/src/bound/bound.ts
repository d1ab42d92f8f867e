import type { ClearingProblem } from '../clearing.js';
import { RequestBook } from '../search/request-book.js';
import { readSeller } from '../search/seller.js';
import type { Position } from '../search/sweeps.js';
import { TransferCosts } from '../transfer-costs.js';
import { BoundSeller } from './bound-seller.js';
import { DualPrices, type Excess } from './dual-prices.js';
import { startPrices } from './start-prices.js';

/** Rounds in which the prices are improved; the first are the ones that help most. */
const ROUNDS = 24;
/** No more rounds once the bound is within this share of what was reached. */
const NEAR_ENOUGH = 1e-3;

/**
 * An amount of money (micro-units) that no clearing of the problem can gain more than: Lagrangian relaxation. What
 * sellers share gets prices instead of limits; conditions, totals and rule 1 are left out. Any prices give a bound
 * (Everett, Operations Research 11, 1963); they start from what was cleared and follow the subgradient with Polyak's
 * step towards the surplus that was reached (Polyak 1969).
 *
 * @param positions what was cleared
 */
export function boundMicro(problem: ClearingProblem, positions: readonly Position[]): number {
  const book = new RequestBook(problem);
  const transfer = new TransferCosts(problem.transferPrices);
  const sellers = problem.sellOrders.map((order) =>
    readSeller(order, problem.firstInterval, book, transfer.downTo(order.gridNode)),
  );
  const end = sellers.reduce((last, { reachFrom, cells }) => Math.max(last, reachFrom + cells), 0);
  const prices = new DualPrices(book.requests, problem, end);
  startPrices(prices, positions);
  const indexOf = new Map(book.requests.map((request, index) => [request, index]));
  const alone = sellers
    .filter(({ requests }) => requests.some((visible) => visible !== undefined))
    .map((seller) => new BoundSeller(seller, prices, indexOf));
  // Rounded down like the surplus that it is a bound of.
  return Math.floor(lowestBound(alone, prices, reached(positions)) / 1000);
}

/** In Wh times micro per kWh, like everything in here. */
function lowestBound(sellers: readonly BoundSeller[], prices: DualPrices, reachedValue: number): number {
  let lowest = Infinity;
  let boldness = 1;
  for (let round = 0; round < ROUNDS; round += 1) {
    const excess = nothingUsed(prices);
    let bound = prices.worthOfAll();
    for (const seller of sellers) bound += seller.respond(prices, excess);
    boldness = bound < lowest ? boldness : boldness * 0.7;
    lowest = Math.min(lowest, bound);
    const gap = lowest - reachedValue;
    if (gap <= NEAR_ENOUGH * Math.abs(reachedValue)) break;
    const length = squared(excess, prices);
    if (length === 0) break;
    prices.move((boldness * Math.max(gap, bound - reachedValue)) / length, excess);
  }
  // Sums of doubles: a millionth of a millionth more than they say is certainly enough.
  return lowest + Math.abs(lowest) * 1e-12;
}

function nothingUsed({ requests, limits }: DualPrices): Excess {
  return {
    request: Float64Array.from(requests, ({ askedWh }) => -askedWh),
    export: Float64Array.from(limits, ({ highestWh }) => -highestWh),
    import: Float64Array.from(limits, ({ lowestWh }) => lowestWh),
  };
}

/** Leaves out what cannot move: a price at 0 of which more is there than used (or, without a limit, infinitely more). */
function squared(excess: Excess, prices: DualPrices): number {
  let sum = 0;
  const add = (values: Float64Array, at: Float64Array): void =>
    values.forEach((value, index) => {
      if (value < 0 && at[index] === 0) values[index] = 0;
      else sum += value * value;
    });
  add(excess.request, prices.request);
  add(excess.export, prices.export);
  add(excess.import, prices.import);
  return sum;
}

function reached(positions: readonly Position[]): number {
  return positions.reduce((sum, { response }) => sum + response.value, 0);
}
