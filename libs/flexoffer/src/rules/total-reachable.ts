import type { FlexOffer } from '../flex-offer.js';
import type { Fault } from '../result.js';
import { hasSoundSlices } from './has-sound-slices.js';
import { totalBoundsInOrder } from './total-bounds-in-order.js';

/** The slices can reach the total energy. */
export function totalReachable(offer: FlexOffer): Fault[] {
  const { slices, totalEnergy } = offer;
  if (totalEnergy === undefined || !hasSoundSlices(offer) || totalBoundsInOrder(offer).length > 0) return [];
  const least = slices.reduce((sum, { lowerWh }) => sum + lowerWh, 0);
  const most = slices.reduce((sum, { upperWh }) => sum + upperWh, 0);
  if (totalEnergy.lowerWh <= most && totalEnergy.upperWh >= least) return [];
  const message = `is out of reach of the slices, which sum to ${least} to ${most} Wh`;
  return [{ path: 'totalEnergyConstraint', message }];
}
