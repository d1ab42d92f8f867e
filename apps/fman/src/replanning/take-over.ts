import type { EnergySet, IntervalIndex, WattHours } from '#flexoffer';
import { splitSoldEnergy } from '../dispatch/split-sold-energy.js';
import { askedFor } from './asked-for.js';
import type { EnergyByInterval } from './energy-by-interval.js';
import { moveTowards } from './move-towards.js';
import { openEnergies } from './open-energies.js';
import type { StandingMember } from './standing-member.js';

interface Taker {
  readonly member: StandingMember;
  readonly set: EnergySet;
  readonly price: number;
  energiesWh: readonly WattHours[];
}

/**
 * Shares energies over members that have room: those who ask least first; among those who ask the same, in proportion
 * to their room, and what totals keep them from is taken by the others in the order of their ids. Whole watt-hours.
 *
 * @param neededWh by how much the members shall consume more (or less) together, in intervals from `firstOpen` on
 * @param members by offer id
 * @returns the new energies of each member that moved, by offer id; together they move in no interval beyond what is
 *   needed
 */
export function takeOver(
  neededWh: EnergyByInterval,
  members: readonly StandingMember[],
  firstOpen: IntervalIndex,
): ReadonlyMap<string, readonly WattHours[]> {
  const takers = members
    .flatMap((member): Taker[] => {
      const set = openEnergies(member, firstOpen);
      const price = askedFor(member, neededWh);
      if (set === undefined || price === undefined) return [];
      return [{ member, set, price, energiesWh: member.schedule.energiesWh }];
    })
    .sort((a, b) => a.price - b.price);
  const left = new Map(neededWh);
  for (const price of new Set(takers.map((taker) => taker.price))) {
    const equals = takers.filter((taker) => taker.price === price);
    takeProportionally(equals, left);
    for (const taker of equals) take(taker, left, left);
  }
  const moved = takers.filter(({ member, energiesWh }) => differs(energiesWh, member.schedule.energiesWh));
  return new Map(moved.map(({ member, energiesWh }) => [member.offer.id, energiesWh]));
}

function takeProportionally(takers: readonly Taker[], left: Map<IntervalIndex, WattHours>): void {
  const parts = takers.map(() => new Map<IntervalIndex, WattHours>());
  for (const [interval, needed] of left) {
    const rooms = takers.map((taker) => roomOf(taker, interval, Math.sign(needed)));
    const room = rooms.reduce((sum, each) => sum + each, 0);
    const shared = Math.sign(needed) * Math.min(Math.abs(needed), Math.abs(room));
    splitSoldEnergy(shared, rooms).forEach((part, index) => parts[index]?.set(interval, part));
  }
  takers.forEach((taker, index) => take(taker, parts[index] ?? new Map<IntervalIndex, WattHours>(), left));
}

/** How far a member could move in one interval if it had no totals to keep; signed. */
function roomOf({ member, set, energiesWh }: Taker, interval: IntervalIndex, direction: number): WattHours {
  const unit = interval - member.schedule.start;
  const energy = energiesWh[unit];
  if (energy === undefined) return 0;
  return (direction > 0 ? (set.upperWh[unit] ?? energy) : (set.lowerWh[unit] ?? energy)) - energy;
}

/** Moves one member towards its part, and takes what it moved off what is left. */
function take(taker: Taker, part: EnergyByInterval, left: Map<IntervalIndex, WattHours>): void {
  const { member, set, energiesWh } = taker;
  const { start } = member.schedule;
  const wished = energiesWh.map((energy, unit) => energy + (part.get(start + unit) ?? 0));
  if (!differs(wished, energiesWh)) return;
  taker.energiesWh = moveTowards(member.offer, set, energiesWh, wished);
  taker.energiesWh.forEach((energy, unit) => {
    const needed = left.get(start + unit);
    if (needed !== undefined) left.set(start + unit, needed - (energy - (energiesWh[unit] ?? 0)));
  });
}

function differs(some: readonly WattHours[], others: readonly WattHours[]): boolean {
  return some.some((energy, unit) => energy !== others[unit]);
}
