import { moveIntoTotal } from '../feasibility/move-into-total.js';
import { nearestSchedule } from '../feasibility/nearest-schedule.js';
import { unitBounds } from '../feasibility/unit-bounds.js';
import type { FlexOffer, Schedule, WattHours } from '../flex-offer.js';

/**
 * Undoes what rounding alone can do to a schedule that was feasible as it was written. The bounds were rounded
 * inwards, so an energy can lie outside them by one watt-hour and a sum outside its total by one an interval;
 * these are moved back. A schedule that is further out is left as it is, for the rules to refuse.
 */
export function fitSchedule(schedule: Schedule, offer: FlexOffer): Schedule {
  const bounds = unitBounds(offer, schedule.durations);
  if (schedule.energiesWh.length !== bounds.lowerWh.length) return schedule;
  const inside = schedule.energiesWh.map((energy, unit) =>
    Math.min(Math.max(energy, bounds.lowerWh[unit] ?? energy), bounds.upperWh[unit] ?? energy),
  );
  if (furthest(inside, schedule.energiesWh) > 1) return schedule;
  const fitted = hasPrefixConstraints(offer)
    ? nearestSchedule(offer, { ...schedule, energiesWh: inside })?.energiesWh
    : moveIntoTotal(inside, bounds, offer.totalEnergy);
  const isNear = fitted?.length === inside.length && movedInAll(inside, fitted) <= inside.length;
  return { ...schedule, energiesWh: isNear ? fitted : inside };
}

/**
 * What is taken as the default of an offer that has none: the earliest start and the middle of all bounds, moved
 * into the total energy if the middle is not in it, and to the nearest feasible energies where running totals or
 * dependencies forbid it.
 */
export function inventDefaultSchedule(offer: Omit<FlexOffer, 'defaultSchedule'>): Schedule {
  const bounds = unitBounds(offer);
  const middle = bounds.lowerWh.map((lower, unit) =>
    Math.floor((lower + (bounds.upperWh[unit] ?? lower)) / 2),
  );
  const invented = {
    start: offer.startAfter,
    energiesWh: moveIntoTotal(middle, bounds, offer.totalEnergy),
  };
  if (!hasPrefixConstraints(offer)) return invented;
  return nearestSchedule({ ...offer, defaultSchedule: invented }, invented) ?? invented;
}

/** Whether what one slice may take depends on the slices before it. */
function hasPrefixConstraints({ slices, runningTotal }: Pick<FlexOffer, 'slices' | 'runningTotal'>): boolean {
  return runningTotal !== undefined || slices.some(({ dependency }) => dependency !== undefined);
}

function furthest(some: readonly WattHours[], others: readonly WattHours[]): number {
  return some.reduce((most, energy, unit) => Math.max(most, Math.abs(energy - (others[unit] ?? energy))), 0);
}

function movedInAll(some: readonly WattHours[], others: readonly WattHours[]): number {
  return some.reduce((sum, energy, unit) => sum + Math.abs(energy - (others[unit] ?? energy)), 0);
}
