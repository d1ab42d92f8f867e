import type { Portfolio } from '../portfolio/portfolio.js';
import { PartResponse } from './part-response.js';

/**
 * What each unit would do best if the energy of every interval had a price: the start and the energies at which what it
 * asks and price times energy are least together. That is all that relaxation needs of a unit.
 */
export class Responses {
  /** What was best: the place of the start in `Portfolio.startAt`, and what it comes to. */
  start = 0;
  value = 0;
  private readonly part: PartResponse;

  constructor(private readonly portfolio: Portfolio) {
    const longest = portfolio.parts.flat().reduce((most, { length }) => Math.max(most, length), 0);
    this.part = new PartResponse(longest);
  }

  /** Finds the best start; the earliest of equals. */
  find(unit: number, prices: Float64Array): void {
    const { firstStart } = this.portfolio;
    const end = firstStart[unit + 1]!;
    this.value = Infinity;
    for (let start = firstStart[unit]!; start < end; start += 1) {
      const value = this.valueAt(unit, start, prices);
      if (value >= this.value) continue;
      this.value = value;
      this.start = start;
    }
  }

  /** The least that the unit's own cost and price times energy come to, from one start. */
  valueAt(unit: number, start: number, prices: Float64Array): number {
    const { isOpen, isKinked, parts, startAt, startCost } = this.portfolio;
    if (isOpen[unit] === 1)
      return isKinked[unit] === 1 ? this.ofKinked(unit, start, prices) : this.ofOpen(unit, start, prices);
    let value = startCost[start]!;
    for (const part of parts[unit]!) {
      this.part.respond(part, startAt[start]! + part.offset, prices, this.portfolio.horizon.firstInterval);
      value += this.part.value;
    }
    return value;
  }

  /**
   * Adds the energies of the best response from a start to those of the unit's window, and answers what they cost
   * without the prices.
   */
  write(unit: number, start: number, prices: Float64Array, windowWh: Float64Array): number {
    const { isOpen, parts, startAt, startCost, windowFrom, horizon } = this.portfolio;
    if (isOpen[unit] === 1) return this.writeOpen(unit, start, prices, windowWh);
    let cost = startCost[start]!;
    for (const part of parts[unit]!) {
      const begin = startAt[start]! + part.offset;
      this.part.respond(part, begin, prices, horizon.firstInterval);
      const { energiesWh } = this.part;
      for (let k = 0; k < part.length; k += 1) windowWh[begin - windowFrom[unit]! + k]! += energiesWh[k]!;
      cost += this.part.ownCost;
    }
    return cost;
  }

  private ofOpen(unit: number, start: number, prices: Float64Array): number {
    const { firstCell, lowerWh, upperWh, above, startAt, startCost } = this.portfolio;
    const first = firstCell[unit]!;
    const end = firstCell[unit + 1]!;
    const shift = startAt[start]! - first;
    let value = startCost[start]!;
    for (let cell = first; cell < end; cell += 1) {
      const price = prices[cell + shift]!;
      const lower = lowerWh[cell]!;
      const gain = price + above[cell]!;
      value += price * lower;
      if (gain < 0) value += gain * (upperWh[cell]! - lower);
    }
    return value;
  }

  private ofKinked(unit: number, start: number, prices: Float64Array): number {
    const { firstCell, lowerWh, upperWh, below, above, startAt, startCost, windowAt, windowFrom, defaultWh } =
      this.portfolio;
    const first = firstCell[unit]!;
    const end = firstCell[unit + 1]!;
    const shift = startAt[start]! - first;
    const toWindow = windowAt[unit]! - windowFrom[unit]! + shift;
    let value = startCost[start]!;
    for (let cell = first; cell < end; cell += 1) {
      const price = prices[cell + shift]!;
      const lower = lowerWh[cell]!;
      const upper = upperWh[cell]!;
      const middle = Math.min(upper, Math.max(lower, defaultWh[cell + toWindow]!));
      value += price * lower;
      const first = price + below[cell]!;
      const second = price + above[cell]!;
      if (first < 0) value += first * (middle - lower);
      if (second < 0) value += second * (upper - middle);
    }
    return value;
  }

  private writeOpen(unit: number, start: number, prices: Float64Array, windowWh: Float64Array): number {
    const {
      firstCell,
      lowerWh,
      upperWh,
      below,
      above,
      startAt,
      startCost,
      windowAt,
      windowFrom,
      defaultWh,
      isKinked,
    } = this.portfolio;
    const first = firstCell[unit]!;
    const shift = startAt[start]! - first;
    const toWindow = shift - windowFrom[unit]!;
    let cost = startCost[start]!;
    for (let cell = first; cell < firstCell[unit + 1]!; cell += 1) {
      const price = prices[cell + shift]!;
      const lower = lowerWh[cell]!;
      const upper = upperWh[cell]!;
      const middle =
        isKinked[unit] === 1
          ? Math.min(upper, Math.max(lower, defaultWh[windowAt[unit]! + cell + toWindow]!))
          : lower;
      let energy = lower;
      if (price + below[cell]! < 0) {
        cost += below[cell]! * (middle - lower);
        energy = middle;
      }
      if (price + above[cell]! < 0) {
        cost += above[cell]! * (upper - middle);
        energy = upper;
      }
      windowWh[cell + toWindow]! += energy;
    }
    return cost;
  }
}
