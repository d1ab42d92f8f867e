import { innerBox } from '../feasibility/inner-box.js';
import { unitBounds, type UnitBounds } from '../feasibility/unit-bounds.js';
import type { FlexOffer, WattHours } from '../flex-offer.js';

/** What a member brings into an aggregate: bounds of single intervals, and its default inside them. */
export interface MemberEnergies extends UnitBounds {
  readonly defaultWh: readonly WattHours[];
}

/**
 * Bounds inside which every choice is feasible for the offer, whatever its kind, so that they can be added: its unit
 * bounds where it has no other constraints, else the inner box around its default (`innerBox`). Slices of variable
 * duration last as long as in the default. Should no box contain the default, the offer goes in with its default
 * alone: what is traded is the difference from the default, so that must be what the owner said it is.
 *
 * The offer must have passed the acceptance rules, by which its default is feasible.
 */
export function memberEnergies(offer: FlexOffer): MemberEnergies {
  const { energiesWh: defaultWh, durations } = offer.defaultSchedule;
  const bounds = hasOnlySliceBounds(offer) ? unitBounds(offer, durations) : innerBox(offer, durations);
  if (bounds === undefined || !contains(bounds, defaultWh))
    return { lowerWh: defaultWh, defaultWh, upperWh: defaultWh };
  return { ...bounds, defaultWh };
}

/** Whether nothing but bounds of slices of fixed duration says what an offer can do. */
export function isOrdinary(offer: FlexOffer): boolean {
  return (
    hasOnlySliceBounds(offer) &&
    offer.slices.every(({ minDuration, maxDuration }) => minDuration === maxDuration)
  );
}

function hasOnlySliceBounds({ totalEnergy, runningTotal, slices }: FlexOffer): boolean {
  return (
    totalEnergy === undefined &&
    runningTotal === undefined &&
    slices.every(({ dependency }) => dependency === undefined)
  );
}

function contains({ lowerWh, upperWh }: UnitBounds, energiesWh: readonly WattHours[]): boolean {
  return energiesWh.every(
    (energy, unit) => energy >= (lowerWh[unit] ?? Infinity) && energy <= (upperWh[unit] ?? -Infinity),
  );
}
