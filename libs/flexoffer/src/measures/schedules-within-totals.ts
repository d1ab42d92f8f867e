import { ownRange } from '../feasibility/dependency-row.js';
import { unitBounds } from '../feasibility/unit-bounds.js';
import type { EnergyBounds, FlexOffer, Slice, WattHours } from '../flex-offer.js';
import { boundsAfter } from '../rules/reachable-running-totals.js';

/** In how many ways each sum of energies comes about: `ways[i]` is that of `leastWh + i`. */
interface WaysToSums {
  readonly leastWh: WattHours;
  readonly ways: readonly bigint[];
}

/** Sums times intervals that are counted at most: a few milliseconds. */
const MOST_STEPS = 20_000;

/**
 * The number of schedules from one start that keep to the slices (for every choice of durations), running totals, total
 * energy and dependency rows, by following how many ways lead to each running total; undefined if there are more than
 * 20,000 pairs of an interval and a running total to follow.
 */
export function schedulesWithinTotals(offer: FlexOffer): bigint | undefined {
  let sums: WaysToSums = { leastWh: 0, ways: [1n] };
  let steps = 0;
  for (const [index, slice] of offer.slices.entries()) {
    steps += (sums.ways.length + slice.upperWh - slice.lowerWh) * intervalsToFollow(slice);
    if (steps > MOST_STEPS) return undefined;
    sums = within(throughSlice(sums, slice), boundsAfter(offer, index));
  }
  return sums.ways.reduce((count, ways) => count + ways, 0n);
}

/** One for each interval of each of the durations. */
function intervalsToFollow({ minDuration, maxDuration }: Slice): number {
  return ((minDuration + maxDuration) * (maxDuration - minDuration + 1)) / 2;
}

/** Whatever its duration, a slice adds the same range of energies; so the ways of all durations can be added up. */
function throughSlice(sums: WaysToSums, slice: Slice): WaysToSums {
  const all = new Array<bigint>(sums.ways.length + slice.upperWh - slice.lowerWh).fill(0n);
  for (let duration = slice.minDuration; duration <= slice.maxDuration; duration++) {
    const { lowerWh, upperWh } = unitBounds({ slices: [slice] }, [duration]);
    const after = lowerWh.reduce(
      (reached, lower, unit) => throughInterval(reached, lower, upperWh[unit] ?? lower, slice),
      sums,
    );
    after.ways.forEach((ways, place) => {
      all[place] = (all[place] ?? 0n) + ways;
    });
  }
  return { leastWh: sums.leastWh + slice.lowerWh, ways: all };
}

/**
 * From every sum an interval leads to a stretch of consecutive sums. Only where a stretch begins and where it has ended
 * is noted, and added up in the end: the width of the bounds costs nothing.
 */
function throughInterval(
  sums: WaysToSums,
  lower: WattHours,
  upper: WattHours,
  { dependency }: Slice,
): WaysToSums {
  const leastWh = sums.leastWh + lower;
  const length = sums.ways.length + upper - lower;
  const changes = new Array<bigint>(length + 1).fill(0n);
  sums.ways.forEach((ways, place) => {
    const before = sums.leastWh + place;
    const allowed = dependency === undefined ? { lower, upper } : ownRange(dependency, before);
    const first = before + Math.max(lower, allowed.lower) - leastWh;
    const end = before + Math.min(upper, allowed.upper) + 1 - leastWh;
    if (first >= end) return;
    changes[first] = (changes[first] ?? 0n) + ways;
    changes[end] = (changes[end] ?? 0n) - ways;
  });
  let running = 0n;
  return { leastWh, ways: changes.slice(0, length).map((change) => (running += change)) };
}

function within({ leastWh, ways }: WaysToSums, { lowerWh, upperWh }: EnergyBounds): WaysToSums {
  const first = Math.max(lowerWh, leastWh);
  const end = Math.min(upperWh, leastWh + ways.length - 1) + 1;
  return { leastWh: first, ways: end > first ? ways.slice(first - leastWh, end - leastWh) : [] };
}
