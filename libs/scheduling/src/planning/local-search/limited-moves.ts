import { fitRunning } from '../energies/fit-running.js';
import { fitTotal } from '../energies/fit-total.js';
import { unitCurve } from '../energies/unit-curve.js';
import type { LimitedPart } from '../portfolio/limited-part.js';
import type { Portfolio } from '../portfolio/portfolio.js';
import type { Totals } from './totals.js';

/** Moves one limited unit, or gives it better energies where it is: first seen, then done or left. */
export class LimitedMoves {
  /** By unit and part. */
  private readonly energiesWh: Float64Array[][];
  private readonly ownCost: Float64Array;
  /** Of the last move seen. */
  private trial: Float64Array[] = [];
  private trialCost = 0;
  private readonly savedWh: Float64Array;

  constructor(
    private readonly portfolio: Portfolio,
    private readonly totals: Totals,
    private readonly cost: Float64Array,
  ) {
    this.energiesWh = portfolio.parts.map((parts) => parts.map(({ length }) => new Float64Array(length)));
    this.ownCost = new Float64Array(portfolio.count);
    this.savedWh = new Float64Array(totals.fixedWh.length);
  }

  /** The energies of a unit as they are now. */
  energiesOf(unit: number): readonly Float64Array[] {
    return this.energiesWh[unit]!;
  }

  /** What a unit asks for its energies, without what a start costs of itself. */
  costOf(unit: number): number {
    return this.ownCost[unit]!;
  }

  /** Adds a unit that is nowhere yet. */
  place(unit: number, start: number): void {
    this.fitAll(unit, start);
    this.trialCost = this.fitAgain(unit, start);
    this.keepTrial(unit);
  }

  /** What all intervals and the unit's energies would cost more. */
  see(unit: number, oldStart: number, newStart: number): number {
    const { windowAt, windowFrom } = this.portfolio;
    const from = windowFrom[unit]!;
    const end = from + windowAt[unit + 1]! - windowAt[unit]!;
    const { fixedWh } = this.totals;
    for (let t = from; t < end; t += 1) this.savedWh[t] = fixedWh[t]!;
    if (newStart === oldStart) {
      this.trial = this.energiesWh[unit]!.slice();
    } else {
      this.add(unit, oldStart, this.energiesWh[unit]!, -1);
      this.fitAll(unit, newStart);
    }
    this.trialCost = this.fitAgain(unit, newStart);
    let more = this.trialCost - this.ownCost[unit]!;
    for (let t = from; t < end; t += 1) more += this.totals.cost(t) - this.cost[t]!;
    for (let t = from; t < end; t += 1) fixedWh[t] = this.savedWh[t]!;
    return more;
  }

  /** Does the move that was seen last. */
  take(unit: number, oldStart: number, newStart: number): void {
    this.add(unit, oldStart, this.energiesWh[unit]!, -1);
    this.add(unit, newStart, this.trial, 1);
    this.keepTrial(unit);
    const { windowAt, windowFrom } = this.portfolio;
    const from = windowFrom[unit]!;
    const end = from + windowAt[unit + 1]! - windowAt[unit]!;
    for (let t = from; t < end; t += 1) this.cost[t] = this.totals.cost(t);
  }

  private keepTrial(unit: number): void {
    this.energiesWh[unit] = this.trial;
    this.ownCost[unit] = this.trialCost;
  }

  /** One part after the other, each beside everything that is there already. */
  private fitAll(unit: number, start: number): void {
    this.trial = [];
    for (const part of this.portfolio.parts[unit]!) {
      const begin = this.portfolio.startAt[start]! + part.offset;
      const energiesWh = this.fit(part, begin);
      this.trial.push(energiesWh);
      this.addPart(begin, energiesWh, 1);
    }
  }

  /** Each part of the trial anew beside all others, which only makes it better; answers what they ask. */
  private fitAgain(unit: number, start: number): number {
    const { parts, startAt, horizon } = this.portfolio;
    let cost = 0;
    parts[unit]!.forEach((part, index) => {
      const begin = startAt[start]! + part.offset;
      this.addPart(begin, this.trial[index]!, -1);
      const energiesWh = this.fit(part, begin);
      this.trial[index] = energiesWh;
      this.addPart(begin, energiesWh, 1);
      for (let k = 0; k < part.length; k += 1)
        cost += part.asked.ofUnit(k, horizon.firstInterval + begin + k, energiesWh[k]!);
    });
    return cost;
  }

  private fit(part: LimitedPart, begin: number): Float64Array {
    const energiesWh = new Float64Array(part.length);
    const curve = unitCurve(part, begin, this.totals, this.portfolio.horizon.firstInterval);
    fitTotal(part.set, curve, energiesWh);
    if (part.isRunning) fitRunning(part.set, curve, energiesWh);
    return energiesWh;
  }

  private add(unit: number, start: number, energiesWh: readonly Float64Array[], sign: 1 | -1): void {
    const { parts, startAt } = this.portfolio;
    parts[unit]!.forEach(({ offset }, index) =>
      this.addPart(startAt[start]! + offset, energiesWh[index]!, sign),
    );
  }

  private addPart(begin: number, energiesWh: Float64Array, sign: 1 | -1): void {
    const { fixedWh } = this.totals;
    for (let k = 0; k < energiesWh.length; k += 1) fixedWh[begin + k]! += sign * energiesWh[k]!;
  }
}
