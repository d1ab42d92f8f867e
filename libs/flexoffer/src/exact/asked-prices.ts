import type { AskedPrice } from '../flex-offer.js';
import type { ExactMember } from './exact-member.js';

/**
 * What each unit asks, as columns: the slopes of its cost on either side of its default energy, micro per kWh.
 *
 * ```
 * cost   \                    / slope `above` (up)
 *         \__ slope `below`  /
 *            \____ (-down) _/
 *                          default
 * ```
 */
export interface AskedPrices {
  readonly below: Float64Array;
  readonly above: Float64Array;
  readonly defaultWh: Float64Array;
}

/**
 * @returns undefined if no member has a price
 * @throws RangeError if `up + down` is negative (going there and back would earn money without end)
 */
export function askedPrices(
  members: readonly ExactMember[],
  { firstUnit }: { readonly firstUnit: Int32Array },
): AskedPrices | undefined {
  if (members.every(({ price }) => price === undefined)) return undefined;
  const units = firstUnit[members.length]!;
  const below = new Float64Array(units);
  const above = new Float64Array(units);
  const defaultWh = new Float64Array(units);
  for (const [index, member] of members.entries())
    for (let unit = firstUnit[index]!; unit < firstUnit[index + 1]!; unit += 1) {
      const { up, down } = priceAt(member, unit - firstUnit[index]!);
      if (!(up + down >= 0)) throw new RangeError(`${member.id} would pay for moving there and back`);
      below[unit] = -down;
      above[unit] = up;
      defaultWh[unit] = member.defaultWh?.[unit - firstUnit[index]!] ?? 0;
    }
  return { below, above, defaultWh };
}

const FREE: AskedPrice = { up: 0, down: 0 };

function priceAt({ price = FREE }: ExactMember, unit: number): AskedPrice {
  return 'up' in price ? price : (price[unit] ?? FREE);
}

/**
 * What the energies cost together: whole billionths of the currency, as micro per kWh times Wh is; exact below 2^53.
 */
export function askedCost(prices: AskedPrices, energiesWh: Float64Array): number {
  let cost = 0;
  for (let unit = 0; unit < energiesWh.length; unit += 1) {
    const change = energiesWh[unit]! - prices.defaultWh[unit]!;
    cost += change * (change > 0 ? prices.above[unit]! : prices.below[unit]!);
  }
  return cost;
}
