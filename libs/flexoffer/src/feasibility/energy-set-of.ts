import type { EnergySet } from '../exact/energy-set.js';
import type { FlexOffer, Slice } from '../flex-offer.js';
import { defaultOrNearest } from './default-slices.js';
import { innerSlices } from './inner-slices.js';
import { hasRows, sliceProblemOf } from './slice-problem.js';
import { tightened } from '../exact/tightened.js';
import { lastUnitOfEachSlice, profileLength, unitBounds } from './unit-bounds.js';

/** What an offer allows, interval by interval, and whether that is all of it. */
export interface OfferedEnergies {
  /** Every member is feasible for the offer. */
  readonly set: EnergySet;
  /** Whether every feasible schedule (with these durations) is a member. */
  readonly exact: boolean;
}

/**
 * The energies that an offer allows once its start and the durations of its slices are fixed (`durations`: one entry
 * for every slice, inside its bounds; absent: every slice lasts its `minDuration`).
 *
 * Bounds of slices, total energy and running totals are exact, and so are dependency rows with a = 0, b = 0 or a = b,
 * those of the first slice, and those that never bind. With other rows the set is a sound inner one, grown around the
 * default schedule (if that is not feasible: around a feasible one near to it).
 *
 * All bounds are finite and attained (`tightened`). If nothing is feasible the set is empty, with `lowerWh > upperWh`
 * in the first interval, so that `tightened(set)` is undefined. For a dependency with whole watt-hours only a
 * limited search decides that; it fails only for polygons thinner than a watt-hour.
 */
export function energySetOf(offer: FlexOffer, durations?: readonly number[]): OfferedEnergies {
  const problem = sliceProblemOf(offer);
  if (problem === undefined) return { set: emptySet(offer, durations), exact: true };
  const exact = !hasRows(problem) && !offer.slices.some((slice, index) => isSplit(slice, durations?.[index]));
  const centre = hasRows(problem) ? defaultOrNearest(offer, problem) : [];
  if (centre === undefined) return { set: emptySet(offer, durations), exact: false };
  const set = tightened(inIntervals(offer, innerSlices(problem, centre), durations));
  return { set: set ?? emptySet(offer, durations), exact };
}

/** Rows are about whole slices, and the intervals of a longer one cannot be bounded together: it is split instead. */
function isSplit({ dependency, minDuration }: Slice, duration: number = minDuration): boolean {
  return dependency !== undefined && duration > 1;
}

/** Bounds of slices with rows are those of the set; the others keep their own, and the running totals say the rest. */
function inIntervals(offer: FlexOffer, set: EnergySet, durations: readonly number[] | undefined): EnergySet {
  const slices = offer.slices.map((slice, index) =>
    slice.dependency === undefined
      ? slice
      : { ...slice, lowerWh: set.lowerWh[index] ?? 0, upperWh: set.upperWh[index] ?? 0 },
  );
  const { lowerWh, upperWh } = unitBounds({ slices }, durations);
  const runningLowerWh = new Float64Array(lowerWh.length).fill(-Infinity);
  const runningUpperWh = new Float64Array(lowerWh.length).fill(Infinity);
  lastUnitOfEachSlice(slices, durations).forEach((unit, slice) => {
    runningLowerWh[unit] = set.runningLowerWh[slice] ?? -Infinity;
    runningUpperWh[unit] = set.runningUpperWh[slice] ?? Infinity;
  });
  return {
    lowerWh: Float64Array.from(lowerWh),
    upperWh: Float64Array.from(upperWh),
    runningLowerWh,
    runningUpperWh,
  };
}

function emptySet(offer: FlexOffer, durations: readonly number[] | undefined): EnergySet {
  const lowerWh = new Float64Array(profileLength(offer.slices, durations));
  lowerWh[0] = 1;
  return {
    lowerWh,
    upperWh: new Float64Array(lowerWh.length),
    runningLowerWh: new Float64Array(lowerWh.length),
    runningUpperWh: new Float64Array(lowerWh.length),
  };
}
