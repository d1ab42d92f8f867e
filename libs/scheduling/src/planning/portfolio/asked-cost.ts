import type { AskedPrice, IntervalIndex } from '#flexoffer';
import type { PlanningPart } from '../planning-problem.js';

const FREE: AskedPrice = { up: 0, down: 0 };

/** What a part asks for moving away from its default, wherever it starts. */
export class AskedCost {
  /** For each interval of the part, the slope of the cost below the default, and above it. */
  readonly below: Float64Array;
  readonly above: Float64Array;
  /** Whether any of them differ, so that it matters where the default lies. */
  readonly isKinked: boolean;
  private readonly defaultStart: IntervalIndex;
  private readonly defaultWh: ArrayLike<number>;

  constructor(private readonly part: PlanningPart) {
    const length = part.set.lowerWh.length;
    this.below = Float64Array.from({ length }, (_, unit) => -this.priceOf(unit).down);
    this.above = Float64Array.from({ length }, (_, unit) => this.priceOf(unit).up);
    this.isKinked = this.below.some((below, unit) => below !== this.above[unit]);
    this.defaultStart = part.defaultSchedule?.start ?? 0;
    this.defaultWh = part.defaultSchedule?.energiesWh ?? [];
  }

  defaultAt(interval: IntervalIndex): number {
    return this.defaultWh[interval - this.defaultStart] ?? 0;
  }

  /** The cost of an energy of one interval of the part. */
  ofUnit(unit: number, interval: IntervalIndex, energyWh: number): number {
    const change = energyWh - this.defaultAt(interval);
    return change * (change > 0 ? this.above[unit]! : this.below[unit]!);
  }

  /** What it costs that the default does not happen where the part has no interval, by the default's own prices. */
  ofAbandonedDefault(start: IntervalIndex): number {
    const { length } = this.below;
    let cost = 0;
    for (let index = 0; index < this.defaultWh.length; index += 1) {
      const interval = this.defaultStart + index;
      if (interval >= start && interval < start + length) continue;
      const change = -this.defaultWh[index]!;
      const { up, down } = this.priceOf(index);
      cost += change > 0 ? change * up : -change * down;
    }
    return cost;
  }

  private priceOf(unit: number): AskedPrice {
    const { price = FREE, set } = this.part;
    if ('up' in price) return price;
    return price[Math.min(unit, set.lowerWh.length - 1)] ?? FREE;
  }
}
