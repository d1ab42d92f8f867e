import type { SplitState } from './split-state.js';

/**
 * How far every place is from the places that need energy: the least cost of moving one Wh there over members, and
 * among the cheapest ways the least number of moves, as one number: `cost * hopWeight + moves`.
 *
 * Found by sweeps over all members until nothing changes. A sweep is one pass through memory; there are as many as the
 * longest way has moves, and those are few, because any member moves between all of its intervals.
 */
export class Distances {
  readonly hopWeight: number;
  readonly of: Float64Array;
  private changed = false;

  constructor(private readonly state: SplitState) {
    this.of = new Float64Array(state.rest + 1);
    this.hopWeight = 2 * (state.rest + 2);
  }

  /** From places that need energy; `Infinity`: no way. */
  measure(): void {
    for (let place = 0; place < this.of.length; place += 1)
      this.of[place] = this.state.needWh[place]! > 0 ? 0 : Infinity;
    this.relax();
  }

  /** Costs at which no move of any member is worth while, once the split is the cheapest: every place is a start. */
  potentials(): Float64Array {
    this.of.fill(0);
    this.relax();
    return this.of.map((distance) => Math.floor(distance / this.hopWeight));
  }

  private relax(): void {
    while (this.sweep());
  }

  /** Whether any distance became shorter. */
  private sweep(): boolean {
    const { runningAt } = this.state.aggregate;
    this.changed = false;
    for (let member = 0; member < runningAt.length; member += 1)
      if (runningAt[member] === -1) this.relaxMember(member);
      else this.relaxMemberWithRunningTotals(member);
    return this.changed;
  }

  /** As below, where no running total is in the way; the loop in which all time goes. */
  private relaxMember(member: number): void {
    const { state, of } = this;
    const { firstUnit, startAt, upperWh, lowerWh, totalLowerWh, totalUpperWh } = state.aggregate;
    const energiesWh = state.energiesWh;
    const free = state.prices === undefined;
    const first = firstUnit[member]!;
    const end = firstUnit[member + 1]!;
    const shift = startAt[member]! - first;
    let nearest = state.totalWh[member]! > totalLowerWh[member]! ? of[state.rest]! : Infinity;
    for (let unit = first; unit < end; unit += 1) {
      if (energiesWh[unit]! >= upperWh[unit]!) continue;
      const through = free ? of[unit + shift]! : of[unit + shift]! + this.hopWeight * state.raiseCost(unit);
      if (through < nearest) nearest = through;
    }
    if (nearest === Infinity) return;
    nearest += 1;
    if (state.totalWh[member]! < totalUpperWh[member]!) this.shorten(state.rest, nearest);
    for (let unit = first; unit < end; unit += 1) {
      if (free && of[unit + shift]! <= nearest) continue;
      if (energiesWh[unit]! <= lowerWh[unit]!) continue;
      this.shorten(unit + shift, free ? nearest : nearest + this.hopWeight * state.lowerCost(unit));
    }
  }

  /** One sweep for moves to later and one for moves to earlier; a running total at its bound lets nothing pass. */
  private relaxMemberWithRunningTotals(member: number): void {
    const { state, of } = this;
    const { firstUnit, startAt, runningAt, runningLowerWh, runningUpperWh } = state.aggregate;
    const first = firstUnit[member]!;
    const length = firstUnit[member + 1]! - first;
    const start = startAt[member]!;
    const running = runningAt[member]!;
    let nearest = of[state.rest]!;
    for (let offset = length - 1; offset >= 0; offset -= 1) {
      if (state.runningWh[running + offset]! <= runningLowerWh[running + offset]!) nearest = Infinity;
      this.shortenUnit(first + offset, start + offset, nearest);
      nearest = Math.min(nearest, this.throughUnit(first + offset, start + offset));
    }
    nearest = Infinity;
    for (let offset = 0; offset < length; offset += 1) {
      this.shortenUnit(first + offset, start + offset, nearest);
      nearest = Math.min(nearest, this.throughUnit(first + offset, start + offset));
      if (state.runningWh[running + offset]! >= runningUpperWh[running + offset]!) nearest = Infinity;
    }
    this.shorten(state.rest, nearest + 1);
  }

  private throughUnit(unit: number, place: number): number {
    if (this.state.energiesWh[unit]! >= this.state.aggregate.upperWh[unit]!) return Infinity;
    return this.of[place]! + this.hopWeight * this.state.raiseCost(unit);
  }

  private shortenUnit(unit: number, place: number, nearest: number): void {
    if (this.state.energiesWh[unit]! > this.state.aggregate.lowerWh[unit]!)
      this.shorten(place, nearest + 1 + this.hopWeight * this.state.lowerCost(unit));
  }

  private shorten(place: number, distance: number): void {
    if (distance >= this.of[place]!) return;
    this.of[place] = distance;
    this.changed = true;
  }
}
