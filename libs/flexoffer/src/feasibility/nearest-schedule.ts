import type { FlexOffer, Schedule, Slice, WattHours } from '../flex-offer.js';
import { feasibleDefault } from './default-slices.js';
import { durationFaults, durationsOfLength } from './durations.js';
import { nearestSlices } from './nearest-slices.js';
import { scheduleFaults } from './schedule-faults.js';
import { clampIntoUnits, moveIntoSlices, sliceEnergies } from './slice-energies.js';
import { sliceProblemOf } from './slice-problem.js';

/**
 * The feasible schedule nearest to a wished one, for offers of every kind; undefined if nothing is feasible. The
 * wished schedule itself if it is feasible. Its start and energies must be whole numbers.
 *
 * The start is moved into the window and takes the profile with it. Durations are the wished ones if they fit, and
 * else such that the profile is as long as the wished one, or nearly, the earlier slices extended first; a wish that
 * is shorter goes on with 0 Wh, and the end of a longer one is left out.
 *
 * Nearest is what has the least sum of absolute deviations of single intervals. Of equally near ones, the earlier
 * slices keep to the wish and the later ones deviate; within a slice all intervals deviate in proportion to their
 * room. It is the nearest there is for bounds of slices, total energy and running totals, and for dependency rows
 * with a = 0, b = 0 or a = b. For other rows it is feasible, and not further away than the default schedule if that
 * is feasible, but only locally the nearest (`approach`). There, with polygons thinner than a watt-hour and an
 * infeasible default schedule, a limited search may also fail to find the few feasible schedules.
 */
export function nearestSchedule(offer: FlexOffer, wished: Schedule): Schedule | undefined {
  if (scheduleFaults(offer, wished).length === 0) return wished;
  const problem = sliceProblemOf(offer);
  if (problem === undefined) return undefined;
  const { slices } = offer;
  const durations = durationsFor(slices, wished);
  const wishedUnits = clampIntoUnits(slices, wished.energiesWh, durations);
  const known = feasibleDefault(offer);
  const energies = nearestSlices(problem, sliceEnergies(slices, wishedUnits, durations), known);
  if (energies === undefined) return undefined;
  const start = Math.min(Math.max(wished.start, offer.startAfter), offer.startBefore);
  const energiesWh: WattHours[] = moveIntoSlices(slices, wishedUnits, energies, durations);
  const isShortest = slices.every(({ minDuration }, slice) => minDuration === durations[slice]);
  return { start, energiesWh, ...(isShortest ? {} : { durations }) };
}

function durationsFor(slices: readonly Slice[], wished: Schedule): readonly number[] {
  if (wished.durations !== undefined && durationFaults(slices, wished).length === 0) return wished.durations;
  return durationsOfLength(slices, wished.energiesWh.length);
}
