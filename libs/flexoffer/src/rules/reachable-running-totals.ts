import type { EnergyBounds, FlexOffer } from '../flex-offer.js';
import { rangeAfterSlice } from './range-after-slice.js';

/** The parts of an offer that say which energies it can have, whenever it starts. */
export type EnergyConstraints = Pick<FlexOffer, 'slices' | 'runningTotal' | 'totalEnergy'>;

/** How far the energies of the first slices go. */
export interface ReachableRunningTotals {
  /** What the energy up to the end of each slice can be; ends before the first slice that cannot be passed. */
  readonly ranges: readonly EnergyBounds[];
  /** The first slice that no energies lead through, if there is one. */
  readonly blockedAt?: number;
}

const UNBOUNDED: EnergyBounds = { lowerWh: -Infinity, upperWh: Infinity };

/**
 * Follows the running total from slice to slice, through the slices' bounds, dependency rows, running totals and, at
 * the end, the total energy. What a slice allows depends on earlier slices through their sum alone, so the range of
 * that sum is all there is to know: no energies are missed and (but for rounding to whole watt-hours) none invented.
 *
 * ```
 * slice          0..5      0..5      0..5
 * running total  any       4..7      any         total 12..
 * range        0 ──▶ 0..5 ──▶ 4..7 ──▶ 12..12
 * ```
 * Needs sound slices, rows, running totals and total.
 */
export function reachableRunningTotals(offer: EnergyConstraints): ReachableRunningTotals {
  const ranges: EnergyBounds[] = [];
  let before: EnergyBounds = { lowerWh: 0, upperWh: 0 };
  for (const [index, slice] of offer.slices.entries()) {
    const range = rangeAfterSlice(slice, before, boundsAfter(offer, index));
    if (range === undefined) return { ranges, blockedAt: index };
    before = range;
    ranges.push(before);
  }
  return { ranges };
}

/** What the offer says outright about the energy up to the end of a slice; the last slice's is the total too. */
export function boundsAfter(
  { slices, runningTotal, totalEnergy }: EnergyConstraints,
  index: number,
): EnergyBounds {
  const running = runningTotal?.[index] ?? UNBOUNDED;
  const total = index === slices.length - 1 ? (totalEnergy ?? UNBOUNDED) : UNBOUNDED;
  return {
    lowerWh: Math.max(running.lowerWh, total.lowerWh),
    upperWh: Math.min(running.upperWh, total.upperWh),
  };
}
