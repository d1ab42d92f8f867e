import { nearestSchedule } from '../feasibility/nearest-schedule.js';
import { sliceEnergies } from '../feasibility/slice-energies.js';
import type { FlexOffer, Slice, WattHours } from '../flex-offer.js';
import type { Fault, Result } from '../result.js';
import { boundsAtThreshold } from './bounds-at-threshold.js';

/**
 * The standard FlexOffer that an uncertain one is at a threshold (above 0, at most 1): each uncertain slice gets the
 * bounds of the energies that are at least so likely, and forgets its probabilities (FlexOffer specification v1,
 * section 2.5). Where several stretches of energies are likely enough, it is the one of the default schedule, or else
 * the widest. The default schedule is moved to the nearest one that is feasible; a schedule that was already assigned
 * stays, as it was promised at the threshold of then. Offers without uncertain slices come back as they are.
 *
 * Faults: the threshold itself, each slice without any energy that is so likely, and totals that can no longer be
 * reached. Paths are those of a FlexOffer message.
 */
export function atThreshold(offer: FlexOffer, threshold: number): Result<FlexOffer> {
  if (!(threshold > 0 && threshold <= 1)) {
    return { ok: false, faults: [{ path: 'threshold', message: 'must be above 0 and at most 1' }] };
  }
  if (offer.slices.every(({ uncertainty }) => uncertainty === undefined)) return { ok: true, value: offer };
  const { energiesWh, durations } = offer.defaultSchedule;
  const near = sliceEnergies(offer.slices, energiesWh, durations);
  const faults: Fault[] = [];
  const slices = offer.slices.map((slice, index) => {
    const certain = certainSlice(slice, threshold, near[index]);
    if (certain !== undefined) return certain;
    const message = `has no energy with a probability of at least ${threshold}`;
    faults.push({ path: `flexOfferProfileConstraints[${index}]`, message });
    return slice;
  });
  return faults.length > 0 ? { ok: false, faults } : withNearestDefault({ ...offer, slices });
}

function certainSlice(slice: Slice, threshold: number, near: WattHours | undefined): Slice | undefined {
  const { uncertainty, ...rest } = slice;
  if (uncertainty === undefined) return slice;
  const bounds = boundsAtThreshold({ ...uncertainty, threshold }, near);
  return bounds === undefined ? undefined : { ...rest, ...bounds };
}

function withNearestDefault(offer: FlexOffer): Result<FlexOffer> {
  const defaultSchedule = nearestSchedule(offer, offer.defaultSchedule);
  if (defaultSchedule !== undefined) return { ok: true, value: { ...offer, defaultSchedule } };
  const message = 'no schedule keeps to the totals and dependencies at this threshold';
  return { ok: false, faults: [{ path: 'flexOfferProfileConstraints', message }] };
}
