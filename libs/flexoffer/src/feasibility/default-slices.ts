import type { FlexOffer, WattHours } from '../flex-offer.js';
import { nearestSlices } from './nearest-slices.js';
import { scheduleFaults } from './schedule-faults.js';
import { sliceEnergies } from './slice-energies.js';
import type { SliceProblem } from './slice-problem.js';

/** The energies of the slices under the default schedule if that is feasible. */
export function feasibleDefault(offer: FlexOffer): WattHours[] | undefined {
  const { defaultSchedule } = offer;
  const start = offer.startAfter;
  if (scheduleFaults(offer, { ...defaultSchedule, start }).length > 0) return undefined;
  return sliceEnergies(offer.slices, defaultSchedule.energiesWh, defaultSchedule.durations);
}

/** The default schedule's energies of slices, or else feasible ones near to them; undefined if none were found. */
export function defaultOrNearest(offer: FlexOffer, problem: SliceProblem): WattHours[] | undefined {
  const { energiesWh, durations } = offer.defaultSchedule;
  return feasibleDefault(offer) ?? nearestSlices(problem, sliceEnergies(offer.slices, energiesWh, durations));
}
