import type { IntervalIndex } from '#flexoffer';
import { convexTerms, type Convex } from './convex-terms.js';
import type { Objective } from './objective.js';

/**
 * What the objective says about the total of each interval, as columns over the intervals of the horizon:
 *
 * ```
 * f(y) = constant + slope * y + square * (y - centre)^2 + sum of jump * max(0, y - kink)
 *
 *   \                 /
 *    \               /        slope, then slope + jump from the first kink on, ...
 *     \____     ____/
 *          kink kink
 * ```
 * Intervals are counted from `firstInterval`.
 */
export class IntervalCosts {
  readonly square: Float64Array;
  readonly centre: Float64Array;
  readonly slope: Float64Array;
  private readonly constant: Float64Array;
  /** Kinks of interval t are `firstKink[t]` to below `firstKink[t + 1]`, by position. */
  private readonly firstKink: Int32Array;
  private readonly kink: Float64Array;
  private readonly jump: Float64Array;

  constructor(
    objective: Objective,
    readonly firstInterval: IntervalIndex,
    readonly length: number,
  ) {
    const all = Array.from({ length }, (_, t) => convexTerms(objective, firstInterval + t));
    const column = (valueOf: (each: Convex) => number): Float64Array => Float64Array.from(all, valueOf);
    this.constant = column(({ constant }) => constant);
    this.slope = column(({ slope }) => slope);
    this.square = column(({ square }) => square);
    this.centre = column(({ centre }) => centre);
    this.firstKink = new Int32Array(length + 1);
    all.forEach(({ kinks }, t) => (this.firstKink[t + 1] = this.firstKink[t]! + kinks.length));
    this.kink = Float64Array.from(all.flatMap(({ kinks }) => kinks.map(({ atWh }) => atWh)));
    this.jump = Float64Array.from(all.flatMap(({ kinks }) => kinks.map(({ jump }) => jump)));
  }

  value(t: number, totalWh: number): number {
    const away = totalWh - this.centre[t]!;
    let value = this.constant[t]! + this.slope[t]! * totalWh + this.square[t]! * away * away;
    for (let at = this.firstKink[t]!; at < this.firstKink[t + 1]!; at += 1) {
      const beyond = totalWh - this.kink[at]!;
      if (beyond <= 0) break;
      value += this.jump[at]! * beyond;
    }
    return value;
  }

  /** The total, any real number or infinite, at which f(y) + price * y is least; the lowest of them. */
  cheapestTotal(t: number, price: number): number {
    const curvature = 2 * this.square[t]!;
    return this.lowest(t, price - curvature * this.centre[t]!, curvature);
  }

  /** The y at which f(y) + curvature / 2 * (y - near)^2 is least. */
  nearest(t: number, near: number, curvature: number): number {
    const own = 2 * this.square[t]!;
    return this.lowest(t, -own * this.centre[t]! - curvature * near, own + curvature);
  }

  /** How much the slope changes over all kinks together: 0 if f is smooth. */
  kinkiness(t: number): number {
    let sum = 0;
    for (let at = this.firstKink[t]!; at < this.firstKink[t + 1]!; at += 1) sum += this.jump[at]!;
    return sum;
  }

  /** Where the piecewise linear part and linear * y + curvature / 2 * y^2 are least together. */
  private lowest(t: number, linear: number, curvature: number): number {
    let slope = this.slope[t]! + linear;
    let from = -Infinity;
    for (let at = this.firstKink[t]!; at < this.firstKink[t + 1]!; at += 1) {
      const to = this.kink[at]!;
      if (slope + curvature * to >= 0) return curvature === 0 ? from : Math.max(from, -slope / curvature);
      slope += this.jump[at]!;
      from = to;
    }
    if (curvature === 0) return slope >= 0 ? from : Infinity;
    return Math.max(from, -slope / curvature);
  }
}
