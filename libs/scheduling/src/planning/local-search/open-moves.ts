import type { Portfolio } from '../portfolio/portfolio.js';
import type { PriceLevels } from './price-levels.js';
import type { Totals } from './totals.js';

/** Moves one open unit from one start to another: first seen, then done or left. */
export class OpenMoves {
  private readonly roomWh: Float64Array;
  /** Of the last move seen: the new costs of the intervals from `from` to below `end`. */
  private readonly newCost: Float64Array;
  private from = 0;
  private end = 0;

  constructor(
    private readonly portfolio: Portfolio,
    private readonly levels: PriceLevels,
    private readonly totals: Totals,
    private readonly cost: Float64Array,
  ) {
    this.roomWh = new Float64Array(totals.levels);
    this.newCost = new Float64Array(totals.costs.length);
  }

  /** Adds a unit at a start, or takes it away (`sign` -1); the costs are left as they are. */
  place(unit: number, start: number, sign: 1 | -1): void {
    const { totals } = this;
    const { firstCell, lowerWh, startAt } = this.portfolio;
    const shift = startAt[start]! - firstCell[unit]!;
    for (let cell = firstCell[unit]!; cell < firstCell[unit + 1]!; cell += 1) {
      const t = cell + shift;
      totals.fixedWh[t]! += sign * lowerWh[cell]!;
      this.addRoom(unit, cell, t, sign, totals.roomWh, t * totals.levels);
    }
  }

  /** What all intervals would cost more. */
  see(unit: number, oldStart: number, newStart: number): number {
    const { startAt, firstCell } = this.portfolio;
    const length = firstCell[unit + 1]! - firstCell[unit]!;
    const oldAt = startAt[oldStart]!;
    const newAt = startAt[newStart]!;
    this.from = Math.min(oldAt, newAt);
    this.end = Math.max(oldAt, newAt) + length;
    let more = 0;
    for (let t = this.from; t < this.end; t += 1) {
      const isOld = t >= oldAt && t < oldAt + length;
      const isNew = t >= newAt && t < newAt + length;
      if (!isOld && !isNew) {
        this.newCost[t] = this.cost[t]!;
        continue;
      }
      this.newCost[t] = this.costAt(unit, t, isOld ? t - oldAt : -1, isNew ? t - newAt : -1);
      more += this.newCost[t]! - this.cost[t]!;
    }
    return more;
  }

  /** Does the move that was seen last. */
  take(unit: number, oldStart: number, newStart: number): void {
    this.place(unit, oldStart, -1);
    this.place(unit, newStart, 1);
    for (let t = this.from; t < this.end; t += 1) this.cost[t] = this.newCost[t]!;
  }

  private costAt(unit: number, t: number, oldOffset: number, newOffset: number): number {
    const { totals, roomWh } = this;
    const { firstCell, lowerWh, isKinked } = this.portfolio;
    if (roomWh.length === 1 && isKinked[unit] === 0) return this.plainCostAt(unit, t, oldOffset, newOffset);
    const first = firstCell[unit]!;
    let fixed = totals.fixedWh[t]!;
    for (let level = 0; level < roomWh.length; level += 1)
      roomWh[level] = totals.roomWh[t * totals.levels + level]!;
    if (oldOffset >= 0) {
      fixed -= lowerWh[first + oldOffset]!;
      this.addRoom(unit, first + oldOffset, t, -1, roomWh, 0);
    }
    if (newOffset >= 0) {
      fixed += lowerWh[first + newOffset]!;
      this.addRoom(unit, first + newOffset, t, 1, roomWh, 0);
    }
    return totals.costWith(t, fixed, roomWh, 0);
  }

  /** The same where there is one level only. */
  private plainCostAt(unit: number, t: number, oldOffset: number, newOffset: number): number {
    const { firstCell, lowerWh, upperWh } = this.portfolio;
    const first = firstCell[unit]!;
    let fixed = this.totals.fixedWh[t]!;
    let room = this.totals.roomWh[t]!;
    if (oldOffset >= 0) {
      const lower = lowerWh[first + oldOffset]!;
      fixed -= lower;
      room -= upperWh[first + oldOffset]! - lower;
    }
    if (newOffset >= 0) {
      const lower = lowerWh[first + newOffset]!;
      fixed += lower;
      room += upperWh[first + newOffset]! - lower;
    }
    return this.totals.costWithOne(t, fixed, room);
  }

  private addRoom(
    unit: number,
    cell: number,
    t: number,
    sign: number,
    roomWh: Float64Array,
    at: number,
  ): void {
    const { lowerWh, upperWh, isKinked, defaultWh, windowAt, windowFrom } = this.portfolio;
    const { above, below } = this.levels;
    const lower = lowerWh[cell]!;
    const upper = upperWh[cell]!;
    if (isKinked[unit] === 0) {
      roomWh[at + above[cell]!]! += sign * (upper - lower);
      return;
    }
    const usual = defaultWh[windowAt[unit]! - windowFrom[unit]! + t]!;
    const middle = Math.min(upper, Math.max(lower, usual));
    roomWh[at + below[cell]!]! += sign * (middle - lower);
    roomWh[at + above[cell]!]! += sign * (upper - middle);
  }
}
