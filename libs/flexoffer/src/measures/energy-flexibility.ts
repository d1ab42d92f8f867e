import type { WattHours } from '../flex-offer.js';
import type { EnergyExtent } from './energy-extent.js';

/**
 * By how much the whole energy may vary, in Wh: the most less the least sum over the profile, 0 or more. With dependency
 * rows it may count the last few watt-hours that only fractions could reach.
 * Source: the energy flexibility of Valsomatzis et al. (2015).
 */
export function energyFlexibility({ total }: EnergyExtent): WattHours {
  // Adding 0 keeps -0 - 0 from being -0.
  return total.upperWh - total.lowerWh + 0;
}
