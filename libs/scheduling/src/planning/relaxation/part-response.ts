import type { IntervalIndex } from '#flexoffer';
import type { LimitedPart } from '../portfolio/limited-part.js';
import { RunningGreedy } from './running-greedy.js';

/** Two steps for each interval: up to its default, and from there on. */
const STEPS = 2;

/**
 * The best response of one part with totals, by the greedy algorithm for generalized polymatroids: every interval is
 * two steps, up to the default and beyond, and the cheapest steps are taken first.
 */
export class PartResponse {
  /** Of the last response: energies, what they cost the part, and that and price times energy together. */
  readonly energiesWh: Float64Array;
  ownCost = 0;
  value = 0;
  private readonly room: Float64Array;
  private readonly price: Float64Array;
  private readonly order: Int32Array;
  private readonly running: RunningGreedy;

  constructor(longest: number) {
    this.energiesWh = new Float64Array(longest);
    this.room = new Float64Array(STEPS * longest);
    this.price = new Float64Array(STEPS * longest);
    this.order = new Int32Array(STEPS * longest);
    this.running = new RunningGreedy(STEPS * longest);
  }

  /** @param begin where the part begins, counted from `firstInterval` */
  respond(part: LimitedPart, begin: number, prices: Float64Array, firstInterval: IntervalIndex): void {
    this.prepare(part, begin, prices, firstInterval);
    if (part.isRunning) this.fillRunning(part);
    else this.fill(part);
    this.ownCost = 0;
    this.value = 0;
    for (let unit = 0; unit < part.length; unit += 1) {
      const energy = this.energiesWh[unit]!;
      this.ownCost += part.asked.ofUnit(unit, firstInterval + begin + unit, energy);
      this.value += prices[begin + unit]! * energy;
    }
    this.value += this.ownCost;
  }

  private prepare(
    part: LimitedPart,
    begin: number,
    prices: Float64Array,
    firstInterval: IntervalIndex,
  ): void {
    const { lowerWh, upperWh } = part.set;
    const { below, above, isKinked } = part.asked;
    for (let unit = 0; unit < part.length; unit += 1) {
      const lower = lowerWh[unit]!;
      const upper = upperWh[unit]!;
      const usual = isKinked ? part.asked.defaultAt(firstInterval + begin + unit) : lower;
      const middle = Math.min(upper, Math.max(lower, usual));
      this.energiesWh[unit] = lower;
      this.room[STEPS * unit] = middle - lower;
      this.room[STEPS * unit + 1] = upper - middle;
      this.price[STEPS * unit] = prices[begin + unit]! + below[unit]!;
      this.price[STEPS * unit + 1] = prices[begin + unit]! + above[unit]!;
    }
  }

  private fill({ length, set, totalLowerWh, totalUpperWh }: LimitedPart): void {
    const count = this.sort(STEPS * length);
    let total = 0;
    for (let unit = 0; unit < length; unit += 1) total += set.lowerWh[unit]!;
    for (let place = 0; place < count; place += 1) {
      const step = this.order[place]!;
      const limit = this.price[step]! < 0 ? totalUpperWh : totalLowerWh;
      if (limit <= total) return;
      const more = Math.min(this.room[step]!, limit - total);
      this.energiesWh[step >> 1]! += more;
      total += more;
    }
  }

  /** By insertion: short. Steps without room are left out. */
  private sort(steps: number): number {
    const { order, price, room } = this;
    let count = 0;
    for (let step = 0; step < steps; step += 1) {
      if (room[step] === 0) continue;
      const own = price[step]!;
      let place = count;
      for (; place > 0 && price[order[place - 1]!]! > own; place -= 1) order[place] = order[place - 1]!;
      order[place] = step;
      count += 1;
    }
    return count;
  }

  /** The lower bounds are there already; the steps of an interval have its running total after the second. */
  private fillRunning({ length, set }: LimitedPart): void {
    const { running, room, energiesWh } = this;
    let lowest = 0;
    for (let unit = 0; unit < length; unit += 1) {
      lowest += set.lowerWh[unit]!;
      for (let step = STEPS * unit; step < STEPS * (unit + 1); step += 1) {
        const isEnd = step === STEPS * unit + 1;
        running.lower[step] = 0;
        running.upper[step] = room[step]!;
        running.runningLower[step] = isEnd ? set.runningLowerWh[unit]! - lowest : -Infinity;
        running.runningUpper[step] = isEnd ? set.runningUpperWh[unit]! - lowest : Infinity;
      }
    }
    const count = this.sort(STEPS * length);
    running.fill(STEPS * length, this.order.subarray(0, count), this.price);
    for (let unit = 0; unit < length; unit += 1)
      energiesWh[unit]! += running.upper[STEPS * unit]! + running.upper[STEPS * unit + 1]!;
  }
}
