import { profileOf, type ExactAggregate } from './exact-aggregate.js';
import { RunningRoom } from './running-room.js';

/** A profile of the aggregate that is already split. */
export interface BestProfile {
  /** One energy for each interval of the aggregate. */
  readonly profileWh: Float64Array;
  /** One energy for each unit; `energiesOfMember` finds a member's. */
  readonly energiesWh: Float64Array;
  /** Sum of price times energy. Exact while it stays below 2^53. */
  readonly value: number;
}

/**
 * The profile of the exact sum with the least sum of price times energy, by the greedy algorithm for generalized
 * polymatroids (J. Edmonds, Submodular Functions, Matroids, and Certain Polyhedra, 1970): every member takes as much as it
 * can in the cheapest interval, then in the next one, and so on; where the price is negative up to its most total energy,
 * elsewhere only up to its least. All members share one sorting of the intervals.
 *
 * Deterministic: intervals of equal price are filled in the order of time, and at price 0 nobody takes more than he must.
 *
 * @param prices for each interval of the aggregate, per Wh, in any unit
 * @throws RangeError if there is not one finite price for each interval
 */
export function bestProfile(aggregate: ExactAggregate, prices: Float64Array): BestProfile {
  if (prices.length !== aggregate.length || !prices.every(Number.isFinite))
    throw new RangeError(`there must be ${aggregate.length} prices`);
  const order = Int32Array.from(prices.keys()).sort((a, b) => prices[a]! - prices[b]! || a - b);
  const energiesWh = energiesInOrder(aggregate, prices, order);
  const profileWh = profileOf(aggregate, energiesWh);
  const value = profileWh.reduce((sum, energy, interval) => sum + energy * prices[interval]!, 0);
  return { profileWh, energiesWh, value };
}

function energiesInOrder(aggregate: ExactAggregate, prices: Float64Array, order: Int32Array): Float64Array {
  const firstPaid = order.findIndex((interval) => prices[interval]! >= 0);
  const earning = firstPaid === -1 ? order.length : firstPaid;
  const energiesWh = Float64Array.from(aggregate.lowerWh);
  const room = new RunningRoom(aggregate.length);
  for (let member = 0; member < aggregate.startAt.length; member += 1)
    if (aggregate.runningAt[member] === -1) fill(aggregate, member, order, earning, energiesWh);
    else room.fill(aggregate, member, order, earning, energiesWh);
  return energiesWh;
}

/** Raises one member without running totals from its lower bounds. */
function fill(
  { firstUnit, startAt, upperWh, totalLowerWh, totalUpperWh }: ExactAggregate,
  member: number,
  order: Int32Array,
  earning: number,
  energiesWh: Float64Array,
): void {
  const first = firstUnit[member]!;
  const length = firstUnit[member + 1]! - first;
  const start = startAt[member]!;
  let total = 0;
  for (let unit = first; unit < first + length; unit += 1) total += energiesWh[unit]!;
  let room = totalUpperWh[member]! - total;
  for (let place = 0; place < order.length; place += 1) {
    if (place === earning) room -= totalUpperWh[member]! - totalLowerWh[member]!;
    if (room <= 0) return;
    const offset = order[place]! - start;
    if (offset < 0 || offset >= length) continue;
    const unit = first + offset;
    const more = Math.min(room, upperWh[unit]! - energiesWh[unit]!);
    energiesWh[unit]! += more;
    room -= more;
  }
}
