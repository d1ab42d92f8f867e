import type { FlexOffer } from '../flex-offer.js';
import type { Fault } from '../result.js';
import { hasSoundSlices } from './has-sound-slices.js';
import { reachableRunningTotals } from './reachable-running-totals.js';
import { runningTotalsInOrder } from './running-totals-in-order.js';
import { withoutDependency } from './without-dependency.js';

/** The bounds of the slices can keep to the running totals, one after the other. (Dependency rows have their own rule.) */
export function runningTotalsReachable(offer: FlexOffer): Fault[] {
  const { runningTotal } = offer;
  if (runningTotal === undefined || !hasSoundSlices(offer) || runningTotalsInOrder(offer).length > 0)
    return [];
  const slices = withoutDependency(offer.slices);
  const { ranges, blockedAt = slices.length } = reachableRunningTotals({ slices, runningTotal });
  const slice = slices[blockedAt];
  const asked = runningTotal[blockedAt];
  if (slice === undefined || asked === undefined) return [];
  const before = ranges.at(-1) ?? { lowerWh: 0, upperWh: 0 };
  const least = before.lowerWh + slice.lowerWh;
  const most = before.upperWh + slice.upperWh;
  const message = `after slice ${blockedAt}: ${asked.lowerWh} to ${asked.upperWh} Wh are out of reach of ${least} to ${most} Wh`;
  return [{ path: 'subTotalEnergyConstraint', message }];
}
