import { Distances } from './distances.js';
import { moveRoom } from './move-room.js';
import type { SplitState } from './split-state.js';

/**
 * Brings the members' sum to the wanted profile, by moves that never leave a member's set: a maximum flow between the
 * places, which are few, over members, which are many (preflow-push with exact distances, after A. Goldberg and
 * R. Tarjan, 1988; exchanges within a generalized polymatroid stand in for arcs). With prices it follows the cheapest
 * ways only, which keeps a cheapest split cheapest (successive shortest paths).
 *
 * @returns the places from which energy cannot get to where it is needed, if there are such: a cut that proves that the
 * profile is impossible
 */
export function repair(state: SplitState): Uint8Array | undefined {
  const distances = new Distances(state);
  const pushes = new Pushes(state, distances);
  while (state.needWh.some((need) => need < 0)) {
    distances.measure();
    if (distances.of.some((distance, place) => distance === Infinity && state.needWh[place]! < 0))
      return Uint8Array.from(distances.of, (distance) => (distance === Infinity ? 1 : 0));
    while (pushes.sweep());
  }
  return undefined;
}

/** Moves energy along shortest ways only, one move nearer to where it is needed. */
class Pushes {
  private moved = false;

  constructor(
    private readonly state: SplitState,
    private readonly distances: Distances,
  ) {}

  /** Whether anything moved. */
  sweep(): boolean {
    this.moved = false;
    for (let member = 0; member < this.state.totalWh.length; member += 1) this.pushMember(member);
    return this.moved;
  }

  private pushMember(member: number): void {
    const { firstUnit, startAt } = this.state.aggregate;
    const first = firstUnit[member]!;
    const length = firstUnit[member + 1]! - first;
    const start = startAt[member]!;
    const { needWh, rest } = this.state;
    let nearest: number | undefined;
    for (let from = 0; from <= length; from += 1) {
      const place = from === length ? rest : start + from;
      if (needWh[place]! >= 0) continue;
      nearest ??= this.nearestTarget(member);
      if (this.distances.of[place]! >= nearest + this.awayDistance(member, from)) this.pushFrom(member, from);
    }
  }

  /** A lower limit of how near energy gets from here, whoever gives it: spares most members the search for a target. */
  private nearestTarget(member: number): number {
    const { firstUnit, startAt, upperWh } = this.state.aggregate;
    const first = firstUnit[member]!;
    const end = firstUnit[member + 1]!;
    const shift = startAt[member]! - first;
    const { energiesWh, rest, prices } = this.state;
    const { of, hopWeight } = this.distances;
    let nearest = of[rest]!;
    for (let unit = first; unit < end; unit += 1) {
      if (energiesWh[unit]! >= upperWh[unit]!) continue;
      const through =
        prices === undefined ? of[unit + shift]! : of[unit + shift]! + hopWeight * this.state.raiseCost(unit);
      if (through < nearest) nearest = through;
    }
    return nearest;
  }

  private awayDistance(member: number, from: number): number {
    const { aggregate, energiesWh, prices } = this.state;
    const unit = aggregate.firstUnit[member]! + from;
    if (unit === aggregate.firstUnit[member + 1]!) return 1;
    if (energiesWh[unit]! <= aggregate.lowerWh[unit]!) return Infinity;
    return prices === undefined ? 1 : 1 + this.distances.hopWeight * this.state.lowerCost(unit);
  }

  private pushFrom(member: number, from: number): void {
    const { firstUnit, startAt } = this.state.aggregate;
    const first = firstUnit[member]!;
    const length = firstUnit[member + 1]! - first;
    const start = startAt[member]!;
    const { needWh, rest } = this.state;
    const place = from === length ? rest : start + from;
    for (let to = 0; to <= length; to += 1) {
      if (to === from || !this.isNearer(first, start, length, from, to)) continue;
      const target = to === length ? rest : start + to;
      // A place that needed energy takes no more than it needed: nothing has to leave it again.
      const wanted = this.distances.of[target] === 0 ? needWh[target]! : Infinity;
      const energy = Math.min(-needWh[place]!, wanted, moveRoom(this.state, member, from, to));
      if (energy <= 0) continue;
      this.state.move(member, from, to, energy);
      this.moved = true;
      if (needWh[place] === 0) return;
    }
  }

  /** Whether `to` is one move nearer, at exactly the cost that the distances say. */
  private isNearer(first: number, start: number, length: number, from: number, to: number): boolean {
    const { state, distances } = this;
    const farther = distances.of[from === length ? state.rest : start + from]!;
    const nearer = distances.of[to === length ? state.rest : start + to]!;
    if (state.prices === undefined) return farther === nearer + 1;
    const lowering = from === length ? 0 : state.lowerCost(first + from);
    const raising = to === length ? 0 : state.raiseCost(first + to);
    return farther === nearer + 1 + distances.hopWeight * (lowering + raising);
  }
}
