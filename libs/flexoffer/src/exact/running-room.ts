import type { ExactAggregate } from './exact-aggregate.js';

/**
 * Fills a member with running totals in a given order of the intervals.
 *
 * While all bounds are tight, what one interval can take at most is the most at its end less the least before it. Once
 * it has taken that, its energy is fixed, and the running totals around it are narrowed as far as that reaches.
 */
export class RunningRoom {
  private readonly lower: Float64Array;
  private readonly upper: Float64Array;
  /** Running totals: entry k is the one before unit k, so the first is always zero. */
  private readonly least: Float64Array;
  private readonly most: Float64Array;
  private length = 0;

  constructor(longest: number) {
    this.lower = new Float64Array(longest);
    this.upper = new Float64Array(longest);
    this.least = new Float64Array(longest + 1);
    this.most = new Float64Array(longest + 1);
  }

  /** Raises in the first `earning` intervals of the order, then holds the total at its least and raises in the others. */
  fill(
    aggregate: ExactAggregate,
    member: number,
    order: Int32Array,
    earning: number,
    energiesWh: Float64Array,
  ): void {
    this.load(aggregate, member);
    const start = aggregate.startAt[member]!;
    for (let place = 0; place < order.length; place += 1) {
      if (place === earning) this.holdTotal();
      const unit = order[place]! - start;
      if (unit >= 0 && unit < this.length) this.raise(unit);
    }
    energiesWh.set(this.lower.subarray(0, this.length), aggregate.firstUnit[member]);
  }

  private load(aggregate: ExactAggregate, member: number): void {
    const first = aggregate.firstUnit[member]!;
    const end = aggregate.firstUnit[member + 1]!;
    const running = aggregate.runningAt[member]!;
    this.length = end - first;
    this.lower.set(aggregate.lowerWh.subarray(first, end));
    this.upper.set(aggregate.upperWh.subarray(first, end));
    this.least.set(aggregate.runningLowerWh.subarray(running, running + this.length), 1);
    this.most.set(aggregate.runningUpperWh.subarray(running, running + this.length), 1);
  }

  private holdTotal(): void {
    this.most[this.length] = this.least[this.length]!;
    this.narrowBackwards(this.length);
  }

  private raise(unit: number): void {
    const energy = Math.min(this.upper[unit]!, this.most[unit + 1]! - this.least[unit]!);
    this.lower[unit] = this.upper[unit] = energy;
    this.narrowForwards(unit);
    this.narrowBackwards(unit + 1);
  }

  private narrowForwards(unit: number): void {
    for (let k = unit; k < this.length; k += 1) {
      const least = this.least[k]! + this.lower[k]!;
      const most = this.most[k]! + this.upper[k]!;
      if (least <= this.least[k + 1]! && most >= this.most[k + 1]!) return;
      this.least[k + 1] = Math.max(least, this.least[k + 1]!);
      this.most[k + 1] = Math.min(most, this.most[k + 1]!);
    }
  }

  private narrowBackwards(end: number): void {
    for (let k = end - 1; k >= 0; k -= 1) {
      const least = this.least[k + 1]! - this.upper[k]!;
      const most = this.most[k + 1]! - this.lower[k]!;
      if (least <= this.least[k]! && most >= this.most[k]!) return;
      this.least[k] = Math.max(least, this.least[k]!);
      this.most[k] = Math.min(most, this.most[k]!);
    }
  }
}
