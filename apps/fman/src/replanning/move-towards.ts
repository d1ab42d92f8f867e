import { nearestSchedule, type EnergySet, type FlexOffer, type Slice, type WattHours } from '#flexoffer';
import type { FlexOfferContent } from '../flexoffers/flex-offer-content.js';

/**
 * Moves energies as far towards wished ones as a set of energies lets them, in sum over all intervals, and in no
 * interval away from them or beyond them:
 *
 * ```
 * energies  |    o         o
 * wished    |  ^           o     moved by running totals: only as far as the intervals in between can follow
 * ```
 * @param energiesWh a member of `set`
 */
export function moveTowards(
  offer: FlexOfferContent,
  set: EnergySet,
  energiesWh: readonly WattHours[],
  wishedWh: readonly WattHours[],
): readonly WattHours[] {
  const narrowed = offerBetween(offer, set, energiesWh, wishedWh);
  const moved = nearestSchedule(narrowed, { start: 0, energiesWh: wishedWh });
  if (moved === undefined) throw new Error(`FlexOffer ${offer.id} cannot even stay with its schedule`);
  return moved.energiesWh;
}

/** An offer that allows what lies between two profiles and inside the set, interval by interval. */
function offerBetween(
  { totalEnergy: _total, ...offer }: FlexOfferContent,
  { lowerWh, upperWh, runningLowerWh, runningUpperWh }: EnergySet,
  energiesWh: readonly WattHours[],
  wishedWh: readonly WattHours[],
): FlexOffer {
  const slices = energiesWh.map((energy, unit): Slice => {
    const wished = wishedWh[unit] ?? energy;
    return {
      minDuration: 1,
      maxDuration: 1,
      lowerWh: Math.max(lowerWh[unit] ?? energy, Math.min(energy, wished)),
      upperWh: Math.min(upperWh[unit] ?? energy, Math.max(energy, wished)),
    };
  });
  const runningTotal = slices.map((_, unit) => ({
    lowerWh: runningLowerWh[unit] ?? -Infinity,
    upperWh: runningUpperWh[unit] ?? Infinity,
  }));
  const window = { startAfter: 0, startBefore: 0, defaultSchedule: { start: 0, energiesWh } };
  return { ...offer, ...window, state: 'assigned', slices, runningTotal };
}
