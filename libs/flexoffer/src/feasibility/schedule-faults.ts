import type { FlexOffer, Schedule } from '../flex-offer.js';
import type { Fault } from '../result.js';
import { profileLength, sliceOfEachUnit, unitBounds } from './unit-bounds.js';

/**
 * Why a schedule cannot be carried out by an offer; empty if it can. Checks the start against the window, the
 * length against the profile, every interval against its unit bounds and the sum against the total energy.
 * Paths are those of a schedule message; energies in the reasons are consumption-positive.
 */
export function scheduleFaults(offer: FlexOffer, schedule: Schedule): Fault[] {
  const faults = [...startFaults(offer, schedule), ...energyFaults(offer, schedule)];
  if (faults.length > 0) return faults;
  return totalFaults(offer, schedule);
}

function startFaults(offer: FlexOffer, { start }: Schedule): Fault[] {
  if (Number.isSafeInteger(start) && start >= offer.startAfter && start <= offer.startBefore) return [];
  const message = `starts in interval ${start}, outside the window ${offer.startAfter} to ${offer.startBefore}`;
  return [{ path: 'startTime', message }];
}

function energyFaults(offer: FlexOffer, { energiesWh }: Schedule): Fault[] {
  const length = profileLength(offer.slices);
  if (energiesWh.length !== length) {
    const message = `has ${energiesWh.length} intervals, but the profile has ${length}`;
    return [{ path: 'scheduleSlices', message }];
  }
  const { lowerWh, upperWh } = unitBounds(offer);
  const sliceOf = sliceOfEachUnit(offer.slices);
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

function totalFaults({ totalEnergy }: FlexOffer, { energiesWh }: Schedule): Fault[] {
  if (totalEnergy === undefined) return [];
  const sum = energiesWh.reduce((total, energy) => total + energy, 0);
  if (sum >= totalEnergy.lowerWh && sum <= totalEnergy.upperWh) return [];
  const message = `sums to ${sum} Wh, outside the total energy of ${totalEnergy.lowerWh} to ${totalEnergy.upperWh} Wh`;
  return [{ path: 'scheduleSlices', message }];
}
