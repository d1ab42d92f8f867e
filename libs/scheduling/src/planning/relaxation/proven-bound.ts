import type { IntervalCosts } from '../objective/interval-costs.js';
import type { Portfolio } from '../portfolio/portfolio.js';
import type { Responses } from './responses.js';
import type { TotalsRange } from './totals-range.js';

/** More than sums of doubles can be wrong by, as a share of all that is summed. */
const ROUNDING = 1e-11;

/**
 * What no plan can cost less than (Lagrangian relaxation; any prices prove something, H. Everett, Operations Research 11,
 * 1963): every unit does its best at the prices, and every interval has the total that is best when energy is sold to it
 * at its price, inside what the units can do together.
 */
export function provenBound(
  portfolio: Portfolio,
  costs: IntervalCosts,
  { leastWh, mostWh }: TotalsRange,
  responses: Responses,
  prices: Float64Array,
): number {
  let bound = 0;
  let size = 0;
  for (let t = 0; t < prices.length; t += 1) {
    const price = prices[t]!;
    const total = Math.min(mostWh[t]!, Math.max(leastWh[t]!, costs.cheapestTotal(t, -price)));
    const value = costs.value(t, total);
    bound += value - price * total;
    size += Math.abs(value) + Math.abs(price * total);
  }
  for (let unit = 0; unit < portfolio.count; unit += 1) {
    responses.find(unit, prices);
    bound += responses.value;
    size += Math.abs(responses.value);
  }
  return bound - ROUNDING * size;
}
