import { moveIntoTotal } from './move-into-total.js';
import { unitBounds } from './unit-bounds.js';
import type { Slice, WattHours } from '../flex-offer.js';

/** The energy of each slice; intervals that `energiesWh` does not reach have 0 Wh. */
export function sliceEnergies(
  slices: readonly Slice[],
  energiesWh: readonly WattHours[],
  durations: readonly number[] | undefined,
): WattHours[] {
  let unit = 0;
  return slices.map((slice, index) => {
    const end = unit + (durations?.[index] ?? slice.minDuration);
    let sum = 0;
    for (; unit < end; unit += 1) sum += energiesWh[unit] ?? 0;
    return sum;
  });
}

/** `energiesWh` as near as the unit bounds let them be; intervals that it does not reach have 0 Wh. */
export function clampIntoUnits(
  slices: readonly Slice[],
  energiesWh: readonly WattHours[],
  durations: readonly number[] | undefined,
): WattHours[] {
  const { lowerWh, upperWh } = unitBounds({ slices }, durations);
  return lowerWh.map((lower, unit) =>
    Math.min(Math.max(energiesWh[unit] ?? 0, lower), upperWh[unit] ?? lower),
  );
}

/**
 * Energies of single intervals that sum to `slicesWh`, as near to `energiesWh` as that allows in the sum of absolute
 * deviations: inside a slice they all move in the same direction, each in proportion to its room.
 * `energiesWh` must lie inside the unit bounds, and `slicesWh` inside the bounds of the slices.
 */
export function moveIntoSlices(
  slices: readonly Slice[],
  energiesWh: readonly WattHours[],
  slicesWh: readonly WattHours[],
  durations: readonly number[] | undefined,
): WattHours[] {
  let unit = 0;
  return slices.flatMap((slice, index) => {
    const own = slicesWh[index] ?? 0;
    const duration = durations?.[index] ?? slice.minDuration;
    const units = energiesWh.slice(unit, unit + duration);
    unit += duration;
    return moveIntoTotal(units, unitBounds({ slices: [slice] }, [duration]), { lowerWh: own, upperWh: own });
  });
}
