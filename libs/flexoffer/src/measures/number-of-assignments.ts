import { unitBounds } from '../feasibility/unit-bounds.js';
import type { FlexOffer, Slice } from '../flex-offer.js';
import { schedulesWithinTotals } from './schedules-within-totals.js';
import { timeFlexibility } from './time-flexibility.js';

/** In how many ways an offer can be carried out. */
export interface NumberOfAssignments {
  readonly count: bigint;
  /** If not, `count` is what the slices alone would allow: never less than the number asked for. */
  readonly exact: boolean;
}

/**
 * The number of feasible schedules in whole watt-hours: starts times durations times energies of the single intervals.
 * Exact for standard and uncertain offers of any size, and with totals, running totals and dependency rows as long as
 * counting them stays affordable (`schedulesWithinTotals`); at least 1 for an acceptable offer.
 * Source: the assignment flexibility of Valsomatzis et al. (2015), whose formula is that of the standard offer.
 */
export function numberOfAssignments(offer: FlexOffer): NumberOfAssignments {
  const starts = BigInt(timeFlexibility(offer) + 1);
  const free = offer.slices.reduce((count, slice) => count * choicesOf(slice), starts);
  if (!isConstrained(offer)) return { count: free, exact: true };
  const schedules = schedulesWithinTotals(offer);
  return schedules === undefined ? { count: free, exact: false } : { count: starts * schedules, exact: true };
}

function isConstrained({ totalEnergy, runningTotal, slices }: FlexOffer): boolean {
  return (
    totalEnergy !== undefined ||
    runningTotal !== undefined ||
    slices.some(({ dependency }) => dependency !== undefined)
  );
}

/** The energies of a slice by itself, for each of its durations. */
function choicesOf(slice: Slice): bigint {
  let choices = 0n;
  for (let duration = slice.minDuration; duration <= slice.maxDuration; duration++) {
    const { lowerWh, upperWh } = unitBounds({ slices: [slice] }, [duration]);
    choices += upperWh.reduce(
      (count, upper, unit) => count * BigInt(upper - (lowerWh[unit] ?? upper) + 1),
      1n,
    );
  }
  return choices;
}
