import type { FlexOffer } from '../flex-offer.js';
import type { Fault } from '../result.js';

/** The total energy, if there is one, has whole watt-hours in order. */
export function totalBoundsInOrder({ totalEnergy }: FlexOffer): Fault[] {
  if (totalEnergy === undefined) return [];
  const { lowerWh, upperWh } = totalEnergy;
  if (Number.isSafeInteger(lowerWh) && Number.isSafeInteger(upperWh) && lowerWh <= upperWh) return [];
  return [
    {
      path: 'totalEnergyConstraint',
      message: 'must have whole watt-hours, the lower bound not above the upper',
    },
  ];
}
