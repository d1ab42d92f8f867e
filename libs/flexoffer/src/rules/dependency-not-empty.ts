import type { FlexOffer } from '../flex-offer.js';
import type { Fault } from '../result.js';
import { dependencyRows } from './dependency-rows.js';
import { hasSoundSlices } from './has-sound-slices.js';
import { reachableRunningTotals } from './reachable-running-totals.js';
import { runningTotalsInOrder } from './running-totals-in-order.js';
import { runningTotalsReachable } from './running-totals-reachable.js';
import { totalBoundsInOrder } from './total-bounds-in-order.js';
import { totalReachable } from './total-reachable.js';
import { totalWithinRunningTotals } from './total-within-running-totals.js';

const PREMISES = [
  dependencyRows,
  totalBoundsInOrder,
  totalReachable,
  runningTotalsInOrder,
  runningTotalsReachable,
  totalWithinRunningTotals,
];

/** There are energies that keep to the dependency rows of all slices, together with every other bound. */
export function dependencyNotEmpty(offer: FlexOffer): Fault[] {
  if (offer.slices.every(({ dependency }) => dependency === undefined) || !hasSoundSlices(offer)) return [];
  if (PREMISES.some((rule) => rule(offer).length > 0)) return [];
  const { ranges, blockedAt } = reachableRunningTotals(offer);
  if (blockedAt === undefined) return [];
  const { lowerWh, upperWh } = ranges.at(-1) ?? { lowerWh: 0, upperWh: 0 };
  const constraint = offer.slices[blockedAt]?.dependency ? '.DependencyEnergyConstraintList' : '';
  return [
    {
      path: `flexOfferProfileConstraints[${blockedAt}]${constraint}`,
      message: `allows no energy after the ${lowerWh} to ${upperWh} Wh that the slices before it can take`,
    },
  ];
}
