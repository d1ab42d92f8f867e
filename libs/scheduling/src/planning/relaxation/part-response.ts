import { bestProfile, exactAggregate, type IntervalIndex } from '#flexoffer';
import type { LimitedPart } from '../portfolio/limited-part.js';

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

  constructor(longest: number) {
    this.energiesWh = new Float64Array(longest);
    this.room = new Float64Array(STEPS * longest);
    this.price = new Float64Array(STEPS * longest);
    this.order = new Int32Array(STEPS * longest);
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
    const { below, above } = part.asked;
    for (let unit = 0; unit < part.length; unit += 1) {
      const lower = lowerWh[unit]!;
      const upper = upperWh[unit]!;
      const usual = part.asked.defaultAt(firstInterval + begin + unit);
      const middle = Math.min(upper, Math.max(lower, usual));
      this.energiesWh[unit] = lower;
      this.room[STEPS * unit] = middle - lower;
      this.room[STEPS * unit + 1] = upper - middle;
      this.price[STEPS * unit] = prices[begin + unit]! + below[unit]!;
      this.price[STEPS * unit + 1] = prices[begin + unit]! + above[unit]!;
    }
  }

  private fill({ length, set, totalLowerWh, totalUpperWh }: LimitedPart): void {
    this.sort(STEPS * length);
    let total = 0;
    for (let unit = 0; unit < length; unit += 1) total += set.lowerWh[unit]!;
    for (let place = 0; place < STEPS * length; place += 1) {
      const step = this.order[place]!;
      const limit = this.price[step]! < 0 ? totalUpperWh : totalLowerWh;
      if (limit <= total) return;
      const more = Math.min(this.room[step]!, limit - total);
      this.energiesWh[step >> 1]! += more;
      total += more;
    }
  }

  /** By insertion: short, and nearly sorted where prices change little. */
  private sort(count: number): void {
    const { order, price } = this;
    for (let step = 0; step < count; step += 1) {
      const own = price[step]!;
      let place = step;
      for (; place > 0 && price[order[place - 1]!]! > own; place -= 1) order[place] = order[place - 1]!;
      order[place] = step;
    }
  }

  /** The two steps of an interval become intervals of their own, with the running totals after the second. */
  private fillRunning({ length, set }: LimitedPart): void {
    const steps = STEPS * length;
    const lowerWh = new Float64Array(steps);
    const runningLowerWh = new Float64Array(steps).fill(-Infinity);
    const runningUpperWh = new Float64Array(steps).fill(Infinity);
    for (let unit = 0; unit < length; unit += 1) {
      lowerWh[STEPS * unit] = set.lowerWh[unit]!;
      runningLowerWh[STEPS * unit + 1] = set.runningLowerWh[unit]!;
      runningUpperWh[STEPS * unit + 1] = set.runningUpperWh[unit]!;
    }
    const upperWh = this.room.slice(0, steps);
    for (let unit = 0; unit < length; unit += 1) upperWh[STEPS * unit]! += set.lowerWh[unit]!;
    const member = { id: '', start: 0, set: { lowerWh, upperWh, runningLowerWh, runningUpperWh } };
    const { energiesWh } = bestProfile(exactAggregate([member]), this.price.slice(0, steps));
    for (let unit = 0; unit < length; unit += 1)
      this.energiesWh[unit] = energiesWh[STEPS * unit]! + energiesWh[STEPS * unit + 1]!;
  }
}
