import type { FlexOffer, Schedule } from '../flex-offer.js';
import type { Fault } from '../result.js';
import { durationFaults } from './durations.js';
import { sliceEnergies } from './slice-energies.js';
import { sumFaults } from './sum-faults.js';
import { lastUnitOfEachSlice, profileLength, sliceOfEachUnit, unitBounds } from './unit-bounds.js';

/**
 * Why a schedule cannot be carried out by an offer, whatever its kind; empty if it can. Checks the start against the
 * window, the durations against the slices, the length against the profile, every interval against its unit bounds,
 * and the sums against running totals, dependencies (within the tolerance of their rows) and the total energy.
 *
 * All faults are given; only what cannot be said is left out: nothing about energies if the durations or the length
 * do not fit, and nothing about sums if some energy is not a whole number of watt-hours.
 * Paths are those of a schedule message; energies in the reasons are consumption-positive.
 */
export function scheduleFaults(offer: FlexOffer, schedule: Schedule): Fault[] {
  const durations = durationFaults(offer.slices, schedule);
  const energies = durations.length > 0 ? [] : profileFaults(offer, schedule);
  return [...startFaults(offer, schedule), ...durations, ...energies];
}

function startFaults(offer: FlexOffer, { start }: Schedule): Fault[] {
  if (Number.isSafeInteger(start) && start >= offer.startAfter && start <= offer.startBefore) return [];
  const message = `starts in interval ${start}, outside the window ${offer.startAfter} to ${offer.startBefore}`;
  return [{ path: 'startTime', message }];
}

function profileFaults(offer: FlexOffer, { energiesWh, durations }: Schedule): Fault[] {
  const length = profileLength(offer.slices, durations);
  if (energiesWh.length !== length) {
    const message = `has ${energiesWh.length} intervals, but the profile has ${length}`;
    return [{ path: 'scheduleSlices', message }];
  }
  const faults = energyFaults(offer, energiesWh, durations);
  if (!energiesWh.every((energy) => Number.isSafeInteger(energy))) return faults;
  const lastUnits = lastUnitOfEachSlice(offer.slices, durations);
  return [...faults, ...sumFaults(offer, sliceEnergies(offer.slices, energiesWh, durations), lastUnits)];
}

function energyFaults(
  offer: FlexOffer,
  energiesWh: readonly number[],
  durations: readonly number[] | undefined,
): Fault[] {
  const { lowerWh, upperWh } = unitBounds(offer, durations);
  const sliceOf = sliceOfEachUnit(offer.slices, durations);
  return energiesWh.flatMap((energy, unit) => {
    const reason = boundFault(energy, lowerWh[unit] ?? 0, upperWh[unit] ?? 0);
    if (reason === undefined) return [];
    const message = `interval ${unit} (slice ${sliceOf[unit]}): ${energy} Wh ${reason}`;
    return [{ path: `scheduleSlices[${unit}].energyAmount`, message }];
  });
}

function boundFault(energy: number, lower: number, upper: number): string | undefined {
  if (!Number.isSafeInteger(energy)) return 'is not a whole number of watt-hours';
  if (energy < lower) return `is below the lower bound of ${lower} Wh`;
  if (energy > upper) return `is above the upper bound of ${upper} Wh`;
  return undefined;
}
