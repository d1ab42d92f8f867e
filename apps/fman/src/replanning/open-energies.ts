import { energySetOf, tightened, type EnergySet, type IntervalIndex, type WattHours } from '#flexoffer';
import type { StandingMember } from './standing-member.js';

/**
 * What a member may do instead of its schedule: its start and durations stay, what has begun stays, and so does
 * everything that it owes to buyers itself.
 *
 * ```
 *            firstOpen
 *  running      |
 * ----|=========|---------|---------|
 *  as scheduled | own bounds, totals included
 * ```
 * @returns undefined if it cannot move at all: its schedule lies outside of what is known to be feasible
 */
export function openEnergies(member: StandingMember, firstOpen: IntervalIndex): EnergySet | undefined {
  const { offer, schedule } = member;
  const { set } = energySetOf({ ...offer, state: 'assigned' }, schedule.durations);
  const lowerWh = Float64Array.from(set.lowerWh);
  const upperWh = Float64Array.from(set.upperWh);
  for (const [unit, energy] of schedule.energiesWh.entries()) {
    const interval = schedule.start + unit;
    if (energy < (lowerWh[unit] ?? Infinity) || energy > (upperWh[unit] ?? -Infinity)) return undefined;
    const least = interval < firstOpen ? energy : leastOwing(member, interval, energy);
    const most = interval < firstOpen ? energy : mostOwing(member, interval, energy);
    lowerWh[unit] = Math.max(lowerWh[unit] ?? least, least);
    upperWh[unit] = Math.min(upperWh[unit] ?? most, most);
  }
  const open = tightened({ ...set, lowerWh, upperWh });
  return open !== undefined && contains(open, schedule.energiesWh) ? open : undefined;
}

/** Who owes more consumption to buyers does not go below it; who owes less or nothing is bound by its offer alone. */
function leastOwing(member: StandingMember, interval: IntervalIndex, energy: WattHours): WattHours {
  const ordered = member.orderedWh.get(interval) ?? 0;
  return ordered < 0 ? Math.min(energy, defaultOf(member, interval) - ordered) : -Infinity;
}

function mostOwing(member: StandingMember, interval: IntervalIndex, energy: WattHours): WattHours {
  const ordered = member.orderedWh.get(interval) ?? 0;
  return ordered > 0 ? Math.max(energy, defaultOf(member, interval) - ordered) : Infinity;
}

function defaultOf({ offer: { defaultSchedule } }: StandingMember, interval: IntervalIndex): WattHours {
  return defaultSchedule.energiesWh[interval - defaultSchedule.start] ?? 0;
}

function contains(set: EnergySet, energiesWh: readonly WattHours[]): boolean {
  let total = 0;
  return energiesWh.every((energy, unit) => {
    total += energy;
    return (
      total >= (set.runningLowerWh[unit] ?? -Infinity) && total <= (set.runningUpperWh[unit] ?? Infinity)
    );
  });
}
