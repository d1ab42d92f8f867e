import { hasRows, sliceProblemOf } from '../feasibility/slice-problem.js';
import type { EnergySet } from '../exact/energy-set.js';
import type { EnergyBounds, FlexOffer, Slice } from '../flex-offer.js';

/**
 * A dependency FlexOffer as one with total energy or running totals, which allows exactly the same schedules.
 * Undefined if bounds cannot say it: a row has other factors than a = 0, b = 0 or a = b (and neither is of the first
 * slice nor holds anyway), a dependency slice may last longer than one interval, or nothing is feasible at all.
 *
 * The result is the plainest that says it: the slices' own bounds where these suffice, or else narrower ones; beside
 * them what the offer has already, or else a total energy, or else running totals. An offer without dependencies
 * comes back as it is.
 */
export function withoutDependency(offer: FlexOffer): FlexOffer | undefined {
  const isDependent = ({ dependency }: Slice): boolean => dependency !== undefined;
  if (!offer.slices.some(isDependent)) return offer;
  if (offer.slices.some((slice) => isDependent(slice) && slice.maxDuration > 1)) return undefined;
  const problem = sliceProblemOf(offer);
  if (problem === undefined || hasRows(problem)) return undefined;
  return candidates(offer, problem.set).find((candidate) => {
    const set = sliceProblemOf(candidate)?.set;
    return set !== undefined && isSame(set, problem.set);
  });
}

/** The plainest first; the last one says everything. */
function candidates(offer: FlexOffer, set: EnergySet): FlexOffer[] {
  const own = offer.slices.map(({ dependency: _, ...slice }) => slice);
  const narrowed = offer.slices.map(({ dependency, ...slice }, index) => {
    return dependency === undefined ? slice : { ...slice, ...boundsAt(set.lowerWh, set.upperWh, index) };
  });
  const runningTotal = own.map((_, index) => boundsAt(set.runningLowerWh, set.runningUpperWh, index));
  const totalEnergy = runningTotal.at(-1);
  return [own, narrowed].flatMap((slices) => [
    { ...offer, slices },
    ...(totalEnergy === undefined ? [] : [{ ...offer, slices, totalEnergy }]),
    { ...offer, slices, runningTotal },
  ]);
}

function boundsAt(lower: Float64Array, upper: Float64Array, index: number): EnergyBounds {
  return { lowerWh: lower[index] ?? 0, upperWh: upper[index] ?? 0 };
}

/** Tightened bounds are the same exactly if the sets are. */
function isSame(one: EnergySet, other: EnergySet): boolean {
  const same = (some: Float64Array, others: Float64Array): boolean =>
    some.every((bound, index) => bound === others[index]);
  return (
    same(one.lowerWh, other.lowerWh) &&
    same(one.upperWh, other.upperWh) &&
    same(one.runningLowerWh, other.runningLowerWh) &&
    same(one.runningUpperWh, other.runningUpperWh)
  );
}
