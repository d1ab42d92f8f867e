import type { Portfolio } from '../portfolio/portfolio.js';
import type { Responses } from '../relaxation/responses.js';

/** How much more often a start that does well at the prices is tried than one that does not. */
const PREFERENCE = 2;

/** Which move to look at next: any unit, and rather a start that is good at the prices of the relaxation. */
export class Proposals {
  unit = 0;
  start = 0;
  /** Units that can change at all. */
  private readonly movable: Int32Array;
  /** For each unit its starts, the best first. */
  private readonly ranked: Int32Array;

  constructor(
    private readonly portfolio: Portfolio,
    responses: Responses,
    prices: Float64Array,
    private readonly random: () => number,
  ) {
    const { count, firstStart, startAt, isOpen } = portfolio;
    const all = Int32Array.from({ length: count }, (_, unit) => unit);
    this.movable = all.filter((unit) => isOpen[unit] === 0 || firstStart[unit + 1]! > firstStart[unit]! + 1);
    this.ranked = Int32Array.from(startAt, (_, start) => start);
    const value = new Float64Array(startAt.length);
    for (let unit = 0; unit < count; unit += 1) {
      for (let start = firstStart[unit]!; start < firstStart[unit + 1]!; start += 1)
        value[start] = responses.valueAt(unit, start, prices);
      this.ranked
        .subarray(firstStart[unit], firstStart[unit + 1])
        .sort((a, b) => value[a]! - value[b]! || a - b);
    }
  }

  get count(): number {
    return this.movable.length;
  }

  next(): void {
    const { movable, random, ranked } = this;
    const { firstStart } = this.portfolio;
    this.unit = movable[Math.floor(random() * movable.length)]!;
    const first = firstStart[this.unit]!;
    const starts = firstStart[this.unit + 1]! - first;
    this.start = ranked[first + Math.floor(starts * random() ** PREFERENCE)]!;
  }
}
