import { limitOf } from '../feasibility/dependency-row.js';
import { extentOf, polygonOf } from '../feasibility/polygon.js';
import type { EnergyBounds, Slice } from '../flex-offer.js';

/**
 * What the energy up to the end of a slice can be, in whole watt-hours, if the energy before it lies in `before` and
 * that after it has to lie in `after`; undefined if nothing is possible. Both ends are taken by some real energies (by
 * whole ones, without dependency rows). Needs a sound slice and a bounded `before`.
 */
export function rangeAfterSlice(
  slice: Slice,
  before: EnergyBounds,
  after: EnergyBounds,
): EnergyBounds | undefined {
  const range =
    slice.dependency === undefined ? sumRange(slice, before, after) : polygonRange(slice, before, after);
  return range.lowerWh <= range.upperWh ? range : undefined;
}

function sumRange(slice: Slice, before: EnergyBounds, after: EnergyBounds): EnergyBounds {
  return {
    lowerWh: Math.max(after.lowerWh, before.lowerWh + slice.lowerWh),
    upperWh: Math.min(after.upperWh, before.upperWh + slice.upperWh),
  };
}

function polygonRange(slice: Slice, before: EnergyBounds, after: EnergyBounds): EnergyBounds {
  const polygon = polygonOf(
    [before.lowerWh, before.upperWh],
    [slice.lowerWh, slice.upperWh],
    [after.lowerWh, after.upperWh],
    slice.dependency ?? [],
    limitOf,
  );
  const [lowerWh, upperWh] = extentOf(polygon, 1, 1);
  return { lowerWh, upperWh };
}
