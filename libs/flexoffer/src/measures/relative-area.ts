import type { WattHours } from '../flex-offer.js';
import type { EnergyExtent } from './energy-extent.js';

/**
 * The absolute area in proportion to the energy that the offer is about: twice the area over |c_min| + |c_max|. It lets
 * a small offer be compared with a large one; 0 or more, without a unit, and not defined for an offer that always sums
 * to 0 and yet can choose.
 * Source: the relative area-based flexibility of Valsomatzis et al. (2015).
 */
export function relativeArea({ total }: EnergyExtent, absoluteAreaWh: WattHours): number | undefined {
  if (absoluteAreaWh === 0) return 0;
  const size = Math.abs(total.lowerWh) + Math.abs(total.upperWh);
  return size === 0 ? undefined : (2 * absoluteAreaWh) / size;
}
