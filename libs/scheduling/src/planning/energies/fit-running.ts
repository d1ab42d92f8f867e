import type { EnergySet } from '#flexoffer';
import type { UnitCurve } from './unit-curve.js';

/** Exchanges for each interval of a part, at most. */
const ROUNDS_PER_UNIT = 4;

/**
 * Brings energies inside the running totals and then exchanges energy between two intervals, or one and nobody, as long as
 * that makes them cheaper. For sets like these, when no such exchange helps nothing does (M-natural convexity: K. Murota,
 * Discrete Convex Analysis, 2003).
 *
 * @param set tightened
 * @param energiesWh where to begin, between the bounds of the intervals; and the result
 */
export function fitRunning(set: EnergySet, curve: UnitCurve, energiesWh: Float64Array): void {
  const runningWh = intoRunningTotals(set, energiesWh);
  const exchange = new Exchange(set, curve, energiesWh, runningWh);
  for (let round = 0; round < ROUNDS_PER_UNIT * runningWh.length; round += 1) if (!exchange.doBest()) return;
}

/** In the order of time, each as far as its running total allows; answers the running totals. */
function intoRunningTotals(
  { runningLowerWh, runningUpperWh, lowerWh, upperWh }: EnergySet,
  energiesWh: Float64Array,
): Float64Array {
  const runningWh = new Float64Array(lowerWh.length);
  let before = 0;
  for (let unit = 0; unit < lowerWh.length; unit += 1) {
    const lowest = Math.max(runningLowerWh[unit]!, before + lowerWh[unit]!);
    const highest = Math.min(runningUpperWh[unit]!, before + upperWh[unit]!);
    const now = Math.min(highest, Math.max(lowest, before + energiesWh[unit]!));
    energiesWh[unit] = now - before;
    runningWh[unit] = before = now;
  }
  return runningWh;
}

/** The best pair: `up` gets what `down` gives. The index after the last interval is nobody, who has and takes all. */
class Exchange {
  private up = 0;
  private down = 0;
  private room = 0;
  private gain = 0;

  constructor(
    private readonly set: EnergySet,
    private readonly curve: UnitCurve,
    private readonly energiesWh: Float64Array,
    private readonly runningWh: Float64Array,
  ) {}

  /** Does the exchange whose first watt-hour gains most; false if none gains. */
  doBest(): boolean {
    this.findBest();
    if (this.gain <= 0) return false;
    const amount = this.bestAmount();
    const { length } = this.runningWh;
    if (this.up < length) this.energiesWh[this.up]! += amount;
    if (this.down < length) this.energiesWh[this.down]! -= amount;
    for (let unit = this.up; unit < this.down; unit += 1) this.runningWh[unit]! += amount;
    for (let unit = this.down; unit < this.up; unit += 1) this.runningWh[unit]! -= amount;
    return true;
  }

  private findBest(): void {
    const { runningWh, set } = this;
    const { length } = runningWh;
    const moreCosts = Array.from({ length: length + 1 }, (_, unit) => this.costOfMore(unit, 0));
    const lessSaves = Array.from({ length: length + 1 }, (_, unit) => this.savedByLess(unit, 0));
    this.gain = 0;
    for (let first = 0; first < length; first += 1) {
      let rise = Infinity;
      let fall = Infinity;
      for (let second = first + 1; second <= length; second += 1) {
        rise = Math.min(rise, set.runningUpperWh[second - 1]! - runningWh[second - 1]!);
        fall = Math.min(fall, runningWh[second - 1]! - set.runningLowerWh[second - 1]!);
        this.consider(first, second, rise, lessSaves[second]! - moreCosts[first]!);
        this.consider(second, first, fall, lessSaves[first]! - moreCosts[second]!);
      }
    }
  }

  private consider(up: number, down: number, runningRoom: number, gain: number): void {
    if (!(gain > this.gain)) return;
    const room = Math.min(runningRoom, this.roomAbove(up), this.roomBelow(down));
    if (room < 1) return;
    this.up = up;
    this.down = down;
    this.room = room;
    this.gain = gain;
  }

  /** As much as goes on gaining. */
  private bestAmount(): number {
    let least = 1;
    let most = this.room;
    while (least < most) {
      const middle = Math.ceil((least + most) / 2);
      if (this.savedByLess(this.down, middle - 1) > this.costOfMore(this.up, middle - 1)) least = middle;
      else most = middle - 1;
    }
    return least;
  }

  /** What one watt-hour more costs, after so many more; infinite where there is no room. */
  private costOfMore(unit: number, already: number): number {
    if (unit === this.runningWh.length) return 0;
    return already < this.roomAbove(unit)
      ? this.curve.marginal(unit, this.energiesWh[unit]! + already)
      : Infinity;
  }

  private savedByLess(unit: number, already: number): number {
    if (unit === this.runningWh.length) return 0;
    return already < this.roomBelow(unit)
      ? this.curve.marginal(unit, this.energiesWh[unit]! - already - 1)
      : -Infinity;
  }

  private roomAbove(unit: number): number {
    return unit === this.runningWh.length ? Infinity : this.set.upperWh[unit]! - this.energiesWh[unit]!;
  }

  private roomBelow(unit: number): number {
    return unit === this.runningWh.length ? Infinity : this.energiesWh[unit]! - this.set.lowerWh[unit]!;
  }
}
