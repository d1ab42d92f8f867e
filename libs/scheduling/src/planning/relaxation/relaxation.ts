import type { Effort } from '../effort.js';
import type { IntervalCosts } from '../objective/interval-costs.js';
import { cellsOfAllStarts } from '../portfolio/cells-of-all-starts.js';
import type { Portfolio } from '../portfolio/portfolio.js';
import { provenBound } from './proven-bound.js';
import { Responses } from './responses.js';
import { SmoothedPrices } from './smoothed-prices.js';
import { totalsRange, type TotalsRange } from './totals-range.js';

/** How far the total of an interval moves until a smoothed price has gone all its way: this share of what it can move. */
const SMOOTHING = 0.02;

/**
 * The plan in which every unit may be in several places at once, in parts: the convex relaxation. Units follow one
 * after the other, each moving some way towards its best response at the prices that the others have left (block-coordinate
 * Frank-Wolfe: S. Lacoste-Julien, M. Jaggi, M. Schmidt, P. Pletscher, ICML 2013).
 */
export class Relaxation {
  /** By start: how much of its unit is there. */
  readonly weight: Float64Array;
  lowerBound = -Infinity;
  /** The prices that gave the best bound. */
  readonly bestPrices: Float64Array;
  readonly totalWh: Float64Array;
  private readonly responses: Responses;
  private readonly range: TotalsRange;
  private readonly smoothed: SmoothedPrices;
  private readonly prices: Float64Array;
  /** What each unit does in its window. */
  private readonly meanWh: Float64Array;
  private readonly ownCost: Float64Array;
  /** Of the unit that follows: its response in its window, and what it asks for that. */
  private readonly response: Float64Array;
  private responseCost = 0;
  private readonly workOfSweep: number;

  constructor(
    private readonly portfolio: Portfolio,
    private readonly costs: IntervalCosts,
    private readonly effort: Effort,
  ) {
    const { count, windowAt, horizon } = portfolio;
    this.responses = new Responses(portfolio);
    this.range = totalsRange(portfolio);
    const { leastWh, mostWh } = this.range;
    const scaleWh = leastWh.map((least, t) => Math.max(1, SMOOTHING * (mostWh[t]! - least)));
    this.smoothed = new SmoothedPrices(costs, scaleWh);
    this.weight = new Float64Array(portfolio.startAt.length);
    this.meanWh = new Float64Array(windowAt[count]!);
    this.ownCost = new Float64Array(count);
    this.totalWh = new Float64Array(horizon.length);
    this.prices = new Float64Array(horizon.length);
    this.bestPrices = new Float64Array(horizon.length);
    const longest = windowAt.reduce((most, at, unit) => Math.max(most, at - (windowAt[unit - 1] ?? 0)), 0);
    this.response = new Float64Array(longest);
    this.workOfSweep = cellsOfAllStarts(portfolio);
    this.begin();
  }

  /** Lets every unit follow once. */
  sweep(): void {
    for (let unit = 0; unit < this.portfolio.count; unit += 1) this.follow(unit);
    this.effort.used += this.workOfSweep;
  }

  /** Takes the prices that have come about as the new centre, and sees what they prove. */
  settle(): void {
    this.smoothed.recentre(this.totalWh);
    this.refreshPrices();
    this.prove();
  }

  /** What the relaxed plan costs as it is now: the bound cannot rise above it. */
  cost(): number {
    let cost = 0;
    for (const own of this.ownCost) cost += own;
    for (let t = 0; t < this.totalWh.length; t += 1) cost += this.costs.value(t, this.totalWh[t]!);
    return cost;
  }

  /** For each unit the place of the start where most of it is. */
  likelyStarts(): Int32Array {
    const { count, firstStart } = this.portfolio;
    return Int32Array.from({ length: count }, (_, unit) => {
      let likely = firstStart[unit]!;
      for (let start = likely; start < firstStart[unit + 1]!; start += 1)
        if (this.weight[start]! > this.weight[likely]!) likely = start;
      return likely;
    });
  }

  /** Everybody where it would be at the first prices. Without any the bound is what each could reach alone. */
  private begin(): void {
    this.prove();
    this.refreshPrices();
    for (let unit = 0; unit < this.portfolio.count; unit += 1) {
      this.respond(unit);
      this.move(unit, 1);
    }
    this.refreshPrices();
    this.effort.used += this.workOfSweep;
  }

  /** Sees what the prices prove. */
  private prove(): void {
    const bound = provenBound(this.portfolio, this.costs, this.range, this.responses, this.prices);
    this.effort.used += this.workOfSweep;
    if (bound <= this.lowerBound) return;
    this.lowerBound = bound;
    this.bestPrices.set(this.prices);
  }

  private follow(unit: number): void {
    const { windowFrom, windowAt } = this.portfolio;
    this.respond(unit);
    const from = windowFrom[unit]!;
    const at = windowAt[unit]!;
    const length = windowAt[unit + 1]! - at;
    let gain = this.ownCost[unit]! - this.responseCost;
    let curvature = 0;
    for (let k = 0; k < length; k += 1) {
      const away = this.meanWh[at + k]! - this.response[k]!;
      gain += this.prices[from + k]! * away;
      curvature += this.smoothed.curvature[from + k]! * away * away;
    }
    if (gain <= 0) return;
    this.move(unit, gain >= curvature ? 1 : gain / curvature);
    for (let t = from; t < from + length; t += 1) this.prices[t] = this.smoothed.at(t, this.totalWh[t]!);
  }

  private respond(unit: number): void {
    const { responses, response, prices } = this;
    responses.find(unit, prices);
    response.fill(0);
    this.responseCost = responses.write(unit, responses.start, prices, response);
  }

  /** Moves a unit this share of the way to its response. */
  private move(unit: number, share: number): void {
    const { windowFrom, windowAt, firstStart } = this.portfolio;
    const shift = windowFrom[unit]! - windowAt[unit]!;
    for (let at = windowAt[unit]!, k = 0; at < windowAt[unit + 1]!; at += 1, k += 1) {
      const change = share * (this.response[k]! - this.meanWh[at]!);
      this.meanWh[at]! += change;
      this.totalWh[at + shift]! += change;
    }
    this.ownCost[unit]! += share * (this.responseCost - this.ownCost[unit]!);
    for (let start = firstStart[unit]!; start < firstStart[unit + 1]!; start += 1)
      this.weight[start]! *= 1 - share;
    this.weight[this.responses.start]! += share;
  }

  private refreshPrices(): void {
    for (let t = 0; t < this.prices.length; t += 1) this.prices[t] = this.smoothed.at(t, this.totalWh[t]!);
  }
}
