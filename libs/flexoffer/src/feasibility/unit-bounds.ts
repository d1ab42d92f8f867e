import type { FlexOffer, Slice, WattHours } from '../flex-offer.js';
import { splitEvenly } from '../energy/split-evenly.js';

/** Inclusive bounds of each single interval of a profile; both lists have the profile's length. */
export interface UnitBounds {
  readonly lowerWh: readonly WattHours[];
  readonly upperWh: readonly WattHours[];
}

/** Intervals that a profile lasts. Slices of variable duration last their `minDuration`. */
export function profileLength(slices: readonly Slice[]): number {
  return slices.reduce((length, slice) => length + slice.minDuration, 0);
}

/**
 * The profile in single intervals. A slice of one interval keeps its bounds. The bounds of a longer slice are split
 * evenly in whole watt-hours:
 *
 * ```
 * slice  |   5 .. 10 Wh, 3 intervals   |
 * units  | 2 .. 4  | 2 .. 3  | 1 .. 3  |      2+2+1 = 5      4+3+3 = 10
 * ```
 *
 * That is a sound inner set: whatever is chosen inside the units sums to something inside the slice, and both ends
 * of the slice stay reachable. (Profiles that load one unit more heavily than its share are given up.)
 * Needs integer durations of at least 1; the bounds of `totalEnergy` are not part of it.
 */
export function unitBounds(offer: Pick<FlexOffer, 'slices'>): UnitBounds {
  const lowerWh: WattHours[] = [];
  const upperWh: WattHours[] = [];
  for (const slice of offer.slices) {
    if (slice.minDuration === 1) {
      lowerWh.push(slice.lowerWh);
      upperWh.push(slice.upperWh);
    } else {
      lowerWh.push(...splitEvenly(slice.lowerWh, slice.minDuration));
      upperWh.push(...splitEvenly(slice.upperWh, slice.minDuration));
    }
  }
  return { lowerWh, upperWh };
}

/** The number of the slice (from 0) that contains each interval of the profile. */
export function sliceOfEachUnit(slices: readonly Slice[]): number[] {
  return slices.flatMap((slice, index) => Array.from({ length: slice.minDuration }, () => index));
}
