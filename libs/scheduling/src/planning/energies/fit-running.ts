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
  private readonly length: number;
  /** What one watt-hour more costs, and what one less saves; infinite where there is no room. Of nobody: nothing. */
  private readonly moreCosts: Float64Array;
  private readonly lessSaves: Float64Array;

  constructor(
    private readonly set: EnergySet,
    private readonly curve: UnitCurve,
    private readonly energiesWh: Float64Array,
    private readonly runningWh: Float64Array,
  ) {
    this.length = runningWh.length;
    this.moreCosts = new Float64Array(this.length + 1);
    this.lessSaves = new Float64Array(this.length + 1);
    for (let unit = 0; unit < this.length; unit += 1) this.refresh(unit);
  }

  /** Does the exchange whose first watt-hour gains most; false if none gains. */
  doBest(): boolean {
    this.findBest();
    if (this.gain <= 0) return false;
    const { up, down, length, energiesWh, runningWh } = this;
    const amount = this.bestAmount();
    if (up < length) energiesWh[up]! += amount;
    if (down < length) energiesWh[down]! -= amount;
    for (let unit = up; unit < down; unit += 1) runningWh[unit]! += amount;
    for (let unit = down; unit < up; unit += 1) runningWh[unit]! -= amount;
    this.refresh(up);
    this.refresh(down);
    return true;
  }

  private findBest(): void {
    const { runningWh, set, length, moreCosts, lessSaves } = this;
    this.gain = 0;
    for (let first = 0; first < length; first += 1) {
      let rise = Infinity;
      let fall = Infinity;
      for (let second = first + 1; second <= length && (rise >= 1 || fall >= 1); second += 1) {
        const running = runningWh[second - 1]!;
        rise = Math.min(rise, set.runningUpperWh[second - 1]! - running);
        fall = Math.min(fall, running - set.runningLowerWh[second - 1]!);
        if (rise >= 1) this.consider(first, second, rise, lessSaves[second]! - moreCosts[first]!);
        if (fall >= 1) this.consider(second, first, fall, lessSaves[first]! - moreCosts[second]!);
      }
    }
  }

  /** There is room for it: where there is none, it does not gain. */
  private consider(up: number, down: number, runningRoom: number, gain: number): void {
    if (!(gain > this.gain)) return;
    this.up = up;
    this.down = down;
    this.room = runningRoom;
    this.gain = gain;
  }

  /** As much as goes on gaining. */
  private bestAmount(): number {
    let least = 1;
    let most = Math.min(this.room, this.roomAbove(this.up), this.roomBelow(this.down));
    while (least < most) {
      const middle = Math.ceil((least + most) / 2);
      if (this.savedByLess(middle - 1) > this.costOfMore(middle - 1)) least = middle;
      else most = middle - 1;
    }
    return least;
  }

  private costOfMore(already: number): number {
    const { up, length, curve, energiesWh } = this;
    return up === length ? 0 : curve.marginal(up, energiesWh[up]! + already);
  }

  private savedByLess(already: number): number {
    const { down, length, curve, energiesWh } = this;
    return down === length ? 0 : curve.marginal(down, energiesWh[down]! - already - 1);
  }

  private refresh(unit: number): void {
    if (unit === this.length) return;
    const { curve, energiesWh } = this;
    const energy = energiesWh[unit]!;
    this.moreCosts[unit] = this.roomAbove(unit) >= 1 ? curve.marginal(unit, energy) : Infinity;
    this.lessSaves[unit] = this.roomBelow(unit) >= 1 ? curve.marginal(unit, energy - 1) : -Infinity;
  }

  private roomAbove(unit: number): number {
    return unit === this.length ? Infinity : this.set.upperWh[unit]! - this.energiesWh[unit]!;
  }

  private roomBelow(unit: number): number {
    return unit === this.length ? Infinity : this.energiesWh[unit]! - this.set.lowerWh[unit]!;
  }
}
