import { energyRange } from '../feasibility/energy-range.js';
import { projectedSlices } from '../feasibility/projected-slices.js';
import { sliceProblemOf } from '../feasibility/slice-problem.js';
import type { UnitBounds } from '../feasibility/unit-bounds.js';
import type { EnergyBounds, FlexOffer } from '../flex-offer.js';

/** Between what the energies of an offer lie over all its feasible schedules; every slice lasts its `minDuration`. */
export interface EnergyExtent {
  /** The least and the most of each interval. */
  readonly units: UnitBounds;
  /** The least and the most of the sum: c_min and c_max of the literature. */
  readonly total: EnergyBounds;
}

/**
 * What the measures are taken of: bounds that totals, running totals and dependency rows have made as tight as they
 * can be, so that nothing is measured that cannot be had. Throws if the offer has no feasible schedule, which
 * acceptance excludes.
 */
export function energyExtent(offer: FlexOffer): EnergyExtent {
  const problem = sliceProblemOf(offer);
  const slices = problem && projectedSlices(problem);
  const units = energyRange(offer);
  const lowerWh = slices?.runningLowerWh.at(-1);
  const upperWh = slices?.runningUpperWh.at(-1);
  if (units === undefined || lowerWh === undefined || upperWh === undefined)
    throw new Error(`FlexOffer ${offer.id} has no feasible schedule`);
  return { units, total: { lowerWh, upperWh } };
}
