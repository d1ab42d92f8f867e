import type { FlexOffer, Slice, WattHours } from '../flex-offer.js';
import { splitEvenly } from '../energy/split-evenly.js';

/** Inclusive bounds of each single interval of a profile; both lists have the profile's length. */
export interface UnitBounds {
  readonly lowerWh: readonly WattHours[];
  readonly upperWh: readonly WattHours[];
}

/**
 * Intervals that a profile lasts. Slices of variable duration last as long as `durations` says (one entry for every
 * slice), or their `minDuration` without it; so too in the other functions of this file.
 */
export function profileLength(slices: readonly Slice[], durations?: readonly number[]): number {
  return slices.reduce((length, slice, index) => length + durationOf(slice, index, durations), 0);
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
 * Needs integer durations of at least 1; totals, running totals and dependencies are not part of it.
 */
export function unitBounds(offer: Pick<FlexOffer, 'slices'>, durations?: readonly number[]): UnitBounds {
  const lowerWh: WattHours[] = [];
  const upperWh: WattHours[] = [];
  offer.slices.forEach((slice, index) => {
    const duration = durationOf(slice, index, durations);
    if (duration === 1) {
      lowerWh.push(slice.lowerWh);
      upperWh.push(slice.upperWh);
      return;
    }
    for (const lower of splitEvenly(slice.lowerWh, duration)) lowerWh.push(lower);
    for (const upper of splitEvenly(slice.upperWh, duration)) upperWh.push(upper);
  });
  return { lowerWh, upperWh };
}

/** The number of the slice (from 0) that contains each interval of the profile. */
export function sliceOfEachUnit(slices: readonly Slice[], durations?: readonly number[]): number[] {
  return slices.flatMap((slice, index) =>
    Array.from({ length: durationOf(slice, index, durations) }, () => index),
  );
}

/** The number of the last interval of each slice. */
export function lastUnitOfEachSlice(slices: readonly Slice[], durations?: readonly number[]): number[] {
  let end = 0;
  return slices.map((slice, index) => {
    end += durationOf(slice, index, durations);
    return end - 1;
  });
}

function durationOf(slice: Slice, index: number, durations: readonly number[] | undefined): number {
  return durations?.[index] ?? slice.minDuration;
}
