import { shareInProportion } from '../energy/share-in-proportion.js';
import type { EnergySet } from './energy-set.js';
import { energiesOfMember, profileOf, type ExactAggregate } from './exact-aggregate.js';

/**
 * The sum of one box inside each member's set. A box lies inside such a set as soon as its lower and its upper corner do:
 * whatever lies between has running totals between theirs.
 *
 * @returns the sum, and the lower corners as a column of units
 */
export function innerBoxes(aggregate: ExactAggregate): { set: EnergySet; lowerWh: Float64Array } {
  const lowerWh = new Float64Array(aggregate.lowerWh.length);
  const upperWh = new Float64Array(aggregate.lowerWh.length);
  for (let member = 0; member < aggregate.startAt.length; member += 1) {
    const lower = energiesOfMember(aggregate, lowerWh, member);
    const upper = energiesOfMember(aggregate, upperWh, member);
    if (aggregate.runningAt[member] === -1) boxInTotal(aggregate, member, lower, upper);
    else boxInRunningTotals(aggregate, member, lower, upper);
  }
  const set = {
    lowerWh: profileOf(aggregate, lowerWh),
    upperWh: profileOf(aggregate, upperWh),
    runningLowerWh: new Float64Array(aggregate.length).fill(-Infinity),
    runningUpperWh: new Float64Array(aggregate.length).fill(Infinity),
  };
  return { set, lowerWh };
}

/** From the lower bounds up to the least total, and on to the most, each in proportion to the room. */
function boxInTotal(
  aggregate: ExactAggregate,
  member: number,
  lower: Float64Array,
  upper: Float64Array,
): void {
  const leastTotal = aggregate.totalLowerWh[member]!;
  lower.set(energiesOfMember(aggregate, aggregate.lowerWh, member));
  const most = energiesOfMember(aggregate, aggregate.upperWh, member);
  raiseInProportion(lower, most, leastTotal - lower.reduce((sum, energy) => sum + energy, 0));
  upper.set(lower);
  raiseInProportion(upper, most, aggregate.totalUpperWh[member]! - leastTotal);
}

export function raiseInProportion(energiesWh: Float64Array, most: Float64Array, amount: number): void {
  const rooms = Array.from(energiesWh, (energy, unit) => most[unit]! - energy);
  for (const [unit, share] of shareInProportion(amount, rooms).entries()) energiesWh[unit]! += share;
}

/** Around the middle of the running totals; what both corners may deviate from it is spread over time. */
function boxInRunningTotals(
  aggregate: ExactAggregate,
  member: number,
  lower: Float64Array,
  upper: Float64Array,
): void {
  const at = aggregate.runningAt[member]!;
  const least = aggregate.runningLowerWh.subarray(at, at + lower.length);
  const most = aggregate.runningUpperWh.subarray(at, at + lower.length);
  const middle = least.map((total, unit) => Math.floor((total + most[unit]!) / 2));
  const normal = middle.map((total, unit) => total - (middle[unit - 1] ?? 0));
  const lowest = energiesOfMember(aggregate, aggregate.lowerWh, member);
  const highest = energiesOfMember(aggregate, aggregate.upperWh, member);
  const down = deviations(
    normal.map((energy, unit) => energy - lowest[unit]!),
    middle.map((total, unit) => total - least[unit]!),
  );
  const up = deviations(
    normal.map((energy, unit) => highest[unit]! - energy),
    most.map((total, unit) => total - middle[unit]!),
  );
  for (let unit = 0; unit < lower.length; unit += 1) {
    lower[unit] = normal[unit]! - down[unit]!;
    upper[unit] = normal[unit]! + up[unit]!;
  }
}

/** Spread evenly, none above its room, and no running total of them above that of any later moment. */
function deviations(rooms: Float64Array, runningRooms: Float64Array): Float64Array {
  const limits = Float64Array.from(runningRooms);
  for (let unit = limits.length - 2; unit >= 0; unit -= 1)
    limits[unit] = Math.min(limits[unit]!, limits[unit + 1]!);
  const whole = limits.at(-1) ?? 0;
  let running = 0;
  return rooms.map((room, unit) => {
    const wished = Math.min(limits[unit]!, Math.floor((whole * (unit + 1)) / rooms.length));
    const deviation = Math.min(room, Math.max(0, wished - running));
    running += deviation;
    return deviation;
  });
}
