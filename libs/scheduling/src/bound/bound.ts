import type { ClearingProblem } from '../clearing.js';
import { NEVER_OVER, type IsOver } from '../time-limit.js';
import type { Position } from '../search/sweeps.js';
import { askedSides } from './asked-side.js';
import { BoundSeller } from './bound-seller.js';
import { DualPrices, type Excess } from './dual-prices.js';
import { separateParts, type SeparatePart } from './separate-parts.js';
import { startPrices } from './start-prices.js';

/** Rounds in which the prices are improved; the first are the ones that help most. */
const ROUNDS = 40;
/** No more rounds once the bound is within this share of what was reached. */
const NEAR_ENOUGH = 1e-3;

/**
 * An amount of money (micro-units) that no clearing of the problem can gain more than: Lagrangian relaxation. What
 * sellers share gets prices instead of limits; conditions, totals and rule 1 are left out. Any prices give a bound
 * (Everett, Operations Research 11, 1963); they start from what was cleared and follow the subgradient with Polyak's
 * step towards the surplus that was reached (Polyak 1969). Parts of the grid that share nothing step on their own.
 *
 * @param positions what was cleared
 * @param isOver asked after each round; the prices of the last one give a bound, too
 */
export function boundMicro(
  problem: ClearingProblem,
  positions: readonly Position[],
  isOver: IsOver = NEVER_OVER,
): number {
  const bound = separateParts(problem, positions).reduce((sum, part) => sum + boundOfPart(part, isOver), 0);
  // Sums of doubles: a millionth of a millionth more than they say is certainly enough. Rounded down like the surplus.
  return Math.floor((bound + Math.abs(bound) * 1e-12) / 1000);
}

/** In Wh times micro per kWh, like everything in here. */
function boundOfPart(
  { problem, requests, sellers: asking, positions, end }: SeparatePart,
  isOver: IsOver,
): number {
  const reachedValue = reached(positions);
  const prices = new DualPrices(requests, problem, end);
  startPrices(prices, positions);
  const visible = new Set(asking.flatMap((seller) => seller.requests.filter((each) => each !== undefined)));
  const sidesOf = askedSides(visible, requests);
  const sellers = asking.map((seller) => new BoundSeller(seller, prices, sidesOf));
  const excess = noExcess(prices);
  let lowest = Infinity;
  let boldness = 1;
  for (let round = 0; round < ROUNDS; round += 1) {
    useNothing(prices, excess);
    let bound = prices.worthOfAll();
    for (const { less, more } of sidesOf.values()) {
      less.reprice(prices.request);
      more.reprice(prices.request);
    }
    for (const seller of sellers) bound += seller.respond(prices, excess);
    boldness = bound < lowest ? boldness : boldness * 0.9;
    lowest = Math.min(lowest, bound);
    const gap = lowest - reachedValue;
    if (gap <= NEAR_ENOUGH * Math.abs(reachedValue) || isOver()) break;
    const length = squared(excess, prices);
    if (length === 0) break;
    prices.move((boldness * Math.max(gap, bound - reachedValue)) / length, excess);
  }
  return lowest;
}

function noExcess({ requests, limits }: DualPrices): Excess {
  return {
    request: new Float64Array(requests.length),
    export: new Float64Array(limits.length),
    import: new Float64Array(limits.length),
  };
}

function useNothing({ requests, limits }: DualPrices, excess: Excess): void {
  requests.forEach(({ askedWh }, index) => (excess.request[index] = -askedWh));
  limits.forEach(({ lowestWh, highestWh }, index) => {
    excess.export[index] = -highestWh;
    excess.import[index] = lowestWh;
  });
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
