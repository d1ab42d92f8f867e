import type { FlexOffer } from '../flex-offer.js';
import { energySetOf } from './energy-set-of.js';
import { projectedSlices } from './projected-slices.js';
import { hasRows, sliceProblemOf } from './slice-problem.js';
import { unitBounds, type UnitBounds } from './unit-bounds.js';

/**
 * The least and the most energy that each single interval takes over all feasible schedules, once the start and the
 * durations are fixed (`durations`: one entry for every slice; absent: every slice lasts its `minDuration`).
 * Undefined if nothing is feasible.
 *
 * Both ends are attained, though not in all intervals by the same schedule. Only with dependency rows that bounds
 * cannot express are they an outer bound: exact for real energies and rounded inwards to whole watt-hours, of which
 * the last few may not be attained by a whole schedule (`projectedSlices`).
 */
export function energyRange(offer: FlexOffer, durations?: readonly number[]): UnitBounds | undefined {
  const problem = sliceProblemOf(offer);
  if (problem === undefined) return undefined;
  if (!hasRows(problem)) {
    const { set } = energySetOf(offer, durations);
    const attained = { lowerWh: Array.from(set.lowerWh), upperWh: Array.from(set.upperWh) };
    return attained.lowerWh.every((lower, unit) => lower <= (attained.upperWh[unit] ?? lower))
      ? attained
      : undefined;
  }
  const projected = projectedSlices(problem);
  if (projected === undefined) return undefined;
  const lowerWh: number[] = [];
  const upperWh: number[] = [];
  offer.slices.forEach((slice, index) => {
    const units = unitBounds({ slices: [slice] }, [durations?.[index] ?? slice.minDuration]);
    const least = projected.lowerWh[index] ?? slice.lowerWh;
    const most = projected.upperWh[index] ?? slice.upperWh;
    units.lowerWh.forEach((lower, unit) => {
      const upper = units.upperWh[unit] ?? lower;
      lowerWh.push(Math.max(lower, least - (slice.upperWh - upper)));
      upperWh.push(Math.min(upper, most - (slice.lowerWh - lower)));
    });
  });
  return { lowerWh, upperWh };
}
