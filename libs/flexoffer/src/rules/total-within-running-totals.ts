import type { FlexOffer } from '../flex-offer.js';
import type { Fault } from '../result.js';
import { hasSoundSlices } from './has-sound-slices.js';
import { reachableRunningTotals } from './reachable-running-totals.js';
import { runningTotalsInOrder } from './running-totals-in-order.js';
import { totalBoundsInOrder } from './total-bounds-in-order.js';
import { totalReachable } from './total-reachable.js';
import { withoutDependency } from './without-dependency.js';

const PREMISES = [totalBoundsInOrder, totalReachable, runningTotalsInOrder];

/** The slices can reach the total energy also while they keep to the running totals. */
export function totalWithinRunningTotals(offer: FlexOffer): Fault[] {
  const { runningTotal, totalEnergy } = offer;
  if (runningTotal === undefined || totalEnergy === undefined || !hasSoundSlices(offer)) return [];
  if (PREMISES.some((rule) => rule(offer).length > 0)) return [];
  const { ranges, blockedAt } = reachableRunningTotals({
    slices: withoutDependency(offer.slices),
    runningTotal,
  });
  const end = ranges.at(-1);
  if (blockedAt !== undefined || end === undefined) return [];
  if (totalEnergy.lowerWh <= end.upperWh && totalEnergy.upperWh >= end.lowerWh) return [];
  const message = `is out of reach of the running totals, which end at ${end.lowerWh} to ${end.upperWh} Wh`;
  return [{ path: 'totalEnergyConstraint', message }];
}
