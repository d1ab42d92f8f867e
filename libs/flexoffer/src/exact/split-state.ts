import { profileOf, type ExactAggregate } from './exact-aggregate.js';
import type { AskedPrices } from './asked-prices.js';

/**
 * A split under work: every member is inside its own set all the time, but their sum is not yet the wanted profile.
 *
 * The places between which members move energy are the intervals and one more, `rest`: whatever a member's total
 * energy is not. Moving from the rest to an interval raises the total. So every move is from one place to another.
 */
export class SplitState {
  /** The number of the place that stands for energy not taken. */
  readonly rest: number;
  /** For each place: what is wanted there less what is there. They sum to zero. */
  readonly needWh: Float64Array;
  /** Each member's total energy. */
  readonly totalWh: Float64Array;
  /** Running totals of the members that bound them, laid out as their bounds are. */
  readonly runningWh: Float64Array;

  constructor(
    readonly aggregate: ExactAggregate,
    profileWh: Float64Array,
    /** Feasible for each member. */
    readonly energiesWh: Float64Array,
    readonly prices?: AskedPrices,
  ) {
    this.rest = aggregate.length;
    this.needWh = new Float64Array(aggregate.length + 1);
    const reached = profileOf(aggregate, energiesWh);
    for (let interval = 0; interval < reached.length; interval += 1) {
      const need = profileWh[interval]! - reached[interval]!;
      this.needWh[interval] = need;
      this.needWh[this.rest]! -= need;
    }
    this.totalWh = new Float64Array(aggregate.startAt.length);
    this.runningWh = new Float64Array(aggregate.runningLowerWh.length);
    for (let member = 0; member < this.totalWh.length; member += 1) this.addUp(member);
  }

  /** What one Wh more costs in a unit. */
  raiseCost(unit: number): number {
    if (this.prices === undefined) return 0;
    const { above, below, defaultWh } = this.prices;
    return this.energiesWh[unit]! < defaultWh[unit]! ? below[unit]! : above[unit]!;
  }

  /** What one Wh less costs in a unit. */
  lowerCost(unit: number): number {
    if (this.prices === undefined) return 0;
    const { above, below, defaultWh } = this.prices;
    return this.energiesWh[unit]! > defaultWh[unit]! ? -above[unit]! : -below[unit]!;
  }

  /** How much a unit can be raised at `raiseCost`. */
  raiseRoom(unit: number): number {
    const energy = this.energiesWh[unit]!;
    const upper = this.aggregate.upperWh[unit]!;
    if (this.prices === undefined) return upper - energy;
    const normal = this.prices.defaultWh[unit]!;
    return (energy < normal && normal < upper ? normal : upper) - energy;
  }

  /** How much a unit can be lowered at `lowerCost`. */
  lowerRoom(unit: number): number {
    const energy = this.energiesWh[unit]!;
    const lower = this.aggregate.lowerWh[unit]!;
    if (this.prices === undefined) return energy - lower;
    const normal = this.prices.defaultWh[unit]!;
    return energy - (energy > normal && normal > lower ? normal : lower);
  }

  /**
   * Moves energy of a member from one of its offsets to another; its length stands for the rest.
   * The caller has found that there is room.
   */
  move(member: number, from: number, to: number, energy: number): void {
    const { firstUnit, startAt, runningAt } = this.aggregate;
    const first = firstUnit[member]!;
    const length = firstUnit[member + 1]! - first;
    this.needWh[from === length ? this.rest : startAt[member]! + from]! += energy;
    this.needWh[to === length ? this.rest : startAt[member]! + to]! -= energy;
    if (from < length) this.energiesWh[first + from]! -= energy;
    else this.totalWh[member]! += energy;
    if (to < length) this.energiesWh[first + to]! += energy;
    else this.totalWh[member]! -= energy;
    const running = runningAt[member]!;
    if (running === -1) return;
    // What moves to later is missing in the running totals in between, and the other way round.
    for (let k = from; k < to; k += 1) this.runningWh[running + k]! -= energy;
    for (let k = to; k < from; k += 1) this.runningWh[running + k]! += energy;
  }

  private addUp(member: number): void {
    const first = this.aggregate.firstUnit[member]!;
    const end = this.aggregate.firstUnit[member + 1]!;
    const running = this.aggregate.runningAt[member]!;
    let total = 0;
    for (let unit = first; unit < end; unit += 1) {
      total += this.energiesWh[unit]!;
      if (running !== -1) this.runningWh[running + unit - first] = total;
    }
    this.totalWh[member] = total;
  }
}
