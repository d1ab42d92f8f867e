import type { IntervalIndex } from '../time.js';
import type { Schedule } from '../flex-offer.js';
import { moveIntoTotal } from '../feasibility/move-into-total.js';
import { unitBounds } from '../feasibility/unit-bounds.js';
import type { Profile } from './read-profile.js';

/**
 * Undoes what rounding alone can do to a schedule that was feasible as it was written. The bounds were rounded
 * inwards, so an energy can lie outside them by one watt-hour and the sum outside the total by one an interval;
 * these are moved back. A schedule that is further out is left as it is, for the rules to refuse.
 */
export function fitSchedule(schedule: Schedule, profile: Profile): Schedule {
  const bounds = unitBounds(profile);
  if (schedule.energiesWh.length !== bounds.lowerWh.length) return schedule;
  const inside = schedule.energiesWh.map((energy, unit) =>
    Math.min(Math.max(energy, bounds.lowerWh[unit] ?? energy), bounds.upperWh[unit] ?? energy),
  );
  const furthest = inside.reduce(
    (most, energy, unit) => Math.max(most, Math.abs(energy - (schedule.energiesWh[unit] ?? energy))),
    0,
  );
  if (furthest > 1) return schedule;
  const energiesWh = moveIntoTotal(inside, bounds, profile.totalEnergy);
  const moved = Math.abs(sumOf(energiesWh) - sumOf(inside));
  return { start: schedule.start, energiesWh: moved <= inside.length ? energiesWh : inside };
}

function sumOf(energiesWh: readonly number[]): number {
  return energiesWh.reduce((sum, energy) => sum + energy, 0);
}

/**
 * What is taken as the default of an offer that has none: the earliest start and the middle of all bounds, moved
 * into the total energy if the middle is not in it.
 */
export function inventDefaultSchedule(profile: Profile, startAfter: IntervalIndex): Schedule {
  const bounds = unitBounds(profile);
  const middle = bounds.lowerWh.map((lower, unit) =>
    Math.floor((lower + (bounds.upperWh[unit] ?? lower)) / 2),
  );
  return { start: startAfter, energiesWh: moveIntoTotal(middle, bounds, profile.totalEnergy) };
}
