import type { IntervalCosts } from '../objective/interval-costs.js';
import type { PriceLevels } from './price-levels.js';

/**
 * What the intervals cost while only starts are chosen. Open units that run in an interval need no energies of their own:
 * what they must use is summed, and what they can use beyond that is room at a price level. The objective then takes as
 * much of the room as pays, the cheapest first:
 *
 * ```
 * fixedWh               total
 * |======= must =======|-- level 0 --|-- level 1 --|     the objective goes on while its slope is below -price
 * ```
 */
export class Totals {
  readonly fixedWh: Float64Array;
  /** By interval and level. */
  readonly roomWh: Float64Array;
  readonly levels: number;
  private readonly prices: Float64Array;
  /** By interval and level: the total up to which more energy pays. */
  private readonly enoughWh: Float64Array;

  constructor(
    readonly costs: IntervalCosts,
    { prices }: PriceLevels,
  ) {
    this.prices = prices;
    this.levels = prices.length;
    this.fixedWh = new Float64Array(costs.length);
    this.roomWh = new Float64Array(costs.length * this.levels);
    this.enoughWh = new Float64Array(costs.length * this.levels);
    for (let t = 0; t < costs.length; t += 1)
      for (let level = 0; level < this.levels; level += 1)
        this.enoughWh[t * this.levels + level] = wholeCheapest(costs, t, prices[level]!);
  }

  /** The least cost of an interval. */
  cost(t: number): number {
    return this.costWith(t, this.fixedWh[t]!, this.roomWh, t * this.levels);
  }

  /** The least cost of an interval with something else fixed, and room by level from a place of an array on. */
  costWith(t: number, fixedWh: number, roomWh: Float64Array, roomAt: number): number {
    const { levels, prices, enoughWh } = this;
    const at = t * levels;
    let total = fixedWh;
    let asked = 0;
    for (let level = 0; level < levels; level += 1) {
      const wanted = enoughWh[at + level]! - total;
      if (wanted <= 0) break;
      const room = roomWh[roomAt + level]!;
      const more = wanted < room ? wanted : room;
      total += more;
      asked += more * prices[level]!;
    }
    return this.costs.value(t, total) + asked;
  }

  /** The same, if there is only one level. */
  costWithOne(t: number, fixedWh: number, roomWh: number): number {
    const wanted = this.enoughWh[t]! - fixedWh;
    const more = wanted <= 0 ? 0 : wanted < roomWh ? wanted : roomWh;
    return this.costs.value(t, fixedWh + more) + more * this.prices[0]!;
  }

  /** About the fixed energy at which a watt-hour more costs as much as it is worth, if room is used as far as it pays. */
  fixedWorth(t: number, worth: number): number {
    let fixed = this.costs.cheapestTotal(t, -worth);
    for (let level = 0; level < this.levels && this.prices[level]! < -worth; level += 1)
      fixed -= this.roomWh[t * this.levels + level]!;
    return fixed;
  }
}

/** The whole total at which the objective and price times energy are least; infinite where it never ends. */
export function wholeCheapest(costs: IntervalCosts, t: number, price: number): number {
  const total = costs.cheapestTotal(t, price);
  if (!Number.isFinite(total) || Number.isInteger(total)) return total;
  const less = Math.floor(total);
  const lessCost = costs.value(t, less) + price * less;
  const moreCost = costs.value(t, less + 1) + price * (less + 1);
  return moreCost < lessCost ? less + 1 : less;
}
