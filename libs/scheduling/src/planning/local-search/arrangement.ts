import type { IntervalCosts } from '../objective/interval-costs.js';
import type { Portfolio } from '../portfolio/portfolio.js';
import { LimitedMoves } from './limited-moves.js';
import { OpenMoves } from './open-moves.js';
import type { PriceLevels } from './price-levels.js';
import { Totals } from './totals.js';

/** Where every unit starts, and what that comes to; changed by moving one unit at a time. */
export class Arrangement {
  readonly totals: Totals;
  /** By unit: the place of its start in `Portfolio.startAt`. */
  readonly startOf: Int32Array;
  /** The objective and what all units ask, where prices are taken as their levels. */
  cost = 0;
  readonly limited: LimitedMoves;
  private readonly open: OpenMoves;
  private readonly intervalCost: Float64Array;
  private seen = 0;

  /** @param starts for each unit a place in `Portfolio.startAt` */
  constructor(
    private readonly portfolio: Portfolio,
    costs: IntervalCosts,
    levels: PriceLevels,
    starts: Int32Array,
  ) {
    this.totals = new Totals(costs, levels);
    this.startOf = starts.slice();
    this.intervalCost = new Float64Array(costs.length);
    this.open = new OpenMoves(portfolio, levels, this.totals, this.intervalCost);
    this.limited = new LimitedMoves(portfolio, this.totals, this.intervalCost);
    this.placeAll();
  }

  /** How many costs more a move has; seen, not done. A limited unit gets new energies even if the start is the old one. */
  see(unit: number, start: number): number {
    const old = this.startOf[unit]!;
    const { isOpen, startCost } = this.portfolio;
    const moves = isOpen[unit] === 1 ? this.open : this.limited;
    this.seen = moves.see(unit, old, start) + startCost[start]! - startCost[old]!;
    return this.seen;
  }

  /** Does the move that was seen last. */
  take(unit: number, start: number): void {
    const moves = this.portfolio.isOpen[unit] === 1 ? this.open : this.limited;
    moves.take(unit, this.startOf[unit]!, start);
    this.startOf[unit] = start;
    this.cost += this.seen;
  }

  /** Open units first: limited ones then fit in beside them. */
  private placeAll(): void {
    const { count, isOpen, startCost } = this.portfolio;
    for (let unit = 0; unit < count; unit += 1)
      if (isOpen[unit] === 1) this.open.place(unit, this.startOf[unit]!, 1);
    for (let unit = 0; unit < count; unit += 1)
      if (isOpen[unit] === 0) this.limited.place(unit, this.startOf[unit]!);
    for (let unit = 0; unit < count; unit += 1)
      this.cost += startCost[this.startOf[unit]!]! + this.limited.costOf(unit);
    for (let t = 0; t < this.intervalCost.length; t += 1) {
      this.intervalCost[t] = this.totals.cost(t);
      this.cost += this.intervalCost[t]!;
    }
  }
}
