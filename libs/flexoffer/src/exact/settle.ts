import { moveRoom } from './move-room.js';
import type { SplitState } from './split-state.js';

/** A place of one member, by its offset, and what moving one Wh there or away costs. */
interface End {
  offset: number;
  cost: number;
}

/**
 * Lets every member move energy between its own intervals as long as that pays at the given prices of places
 * (`potentials`: what one Wh less of it there is worth). Best pairs first; in a generalized polymatroid there is a pair
 * that pays unless the energies are the best ones already (K. Murota, Discrete Convex Analysis, 2003).
 */
export function settle(state: SplitState, potentials: Float64Array): void {
  const settling = new Settling(state, potentials);
  for (let member = 0; member < state.totalWh.length; member += 1) settling.settleMember(member);
}

class Settling {
  private from = 0;
  private to = 0;
  private gain = 0;

  constructor(
    private readonly state: SplitState,
    private readonly potentials: Float64Array,
  ) {}

  settleMember(member: number): void {
    const open = this.state.aggregate.runningAt[member] === -1;
    for (;;) {
      this.gain = 0;
      if (open) this.findBest(member);
      else this.findBestWithRunningTotals(member);
      if (this.gain === 0) return;
      this.state.move(member, this.from, this.to, moveRoom(this.state, member, this.from, this.to));
    }
  }

  private findBest(member: number): void {
    const { aggregate, totalWh } = this.state;
    const length = aggregate.firstUnit[member + 1]! - aggregate.firstUnit[member]!;
    const restWorth = this.potentials[this.state.rest]!;
    const total = totalWh[member]!;
    const from: End = { offset: length, cost: Infinity };
    const to: End = { offset: length, cost: Infinity };
    if (total < aggregate.totalUpperWh[member]!) from.cost = -restWorth;
    if (total > aggregate.totalLowerWh[member]!) to.cost = restWorth;
    for (let offset = 0; offset < length; offset += 1) {
      const away = this.awayCost(member, offset);
      const there = this.thereCost(member, offset);
      if (away < from.cost) [from.offset, from.cost] = [offset, away];
      if (there < to.cost) [to.offset, to.cost] = [offset, there];
    }
    this.consider(from, to);
  }

  private findBestWithRunningTotals(member: number): void {
    const { aggregate, runningWh, rest } = this.state;
    const { runningLowerWh, runningUpperWh } = aggregate;
    const length = aggregate.firstUnit[member + 1]! - aggregate.firstUnit[member]!;
    const running = aggregate.runningAt[member]!;
    const later: End = { offset: length, cost: this.potentials[rest]! };
    for (let offset = length - 1; offset >= 0; offset -= 1) {
      if (runningWh[running + offset]! <= runningLowerWh[running + offset]!) later.cost = Infinity;
      this.consider({ offset, cost: this.awayCost(member, offset) }, later);
      const there = this.thereCost(member, offset);
      if (there < later.cost) [later.offset, later.cost] = [offset, there];
    }
    const earlier: End = { offset: 0, cost: Infinity };
    for (let offset = 0; offset < length; offset += 1) {
      this.consider({ offset, cost: this.awayCost(member, offset) }, earlier);
      const there = this.thereCost(member, offset);
      if (there < earlier.cost) [earlier.offset, earlier.cost] = [offset, there];
      if (runningWh[running + offset]! >= runningUpperWh[running + offset]!) earlier.cost = Infinity;
    }
    this.consider({ offset: length, cost: -this.potentials[rest]! }, earlier);
  }

  private consider(from: End, to: End): void {
    const gain = -(from.cost + to.cost);
    if (!(gain > this.gain)) return;
    this.gain = gain;
    this.from = from.offset;
    this.to = to.offset;
  }

  private awayCost(member: number, offset: number): number {
    const unit = this.state.aggregate.firstUnit[member]! + offset;
    if (this.state.energiesWh[unit]! <= this.state.aggregate.lowerWh[unit]!) return Infinity;
    return this.state.lowerCost(unit) - this.potentials[this.state.aggregate.startAt[member]! + offset]!;
  }

  private thereCost(member: number, offset: number): number {
    const unit = this.state.aggregate.firstUnit[member]! + offset;
    if (this.state.energiesWh[unit]! >= this.state.aggregate.upperWh[unit]!) return Infinity;
    return this.state.raiseCost(unit) + this.potentials[this.state.aggregate.startAt[member]! + offset]!;
  }
}
