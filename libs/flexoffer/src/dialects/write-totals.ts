import type { FlexOffer } from '../flex-offer.js';
import type { WireFlexOffer } from '../schema/specification-1.js';
import type { EnergyForm } from './energy-form.js';

type Totals = Pick<
  WireFlexOffer,
  'totalEnergyConstraint' | 'subTotalEnergyConstraint' | 'unit' | 'multiplier'
>;

/** The constraints of the whole offer and the unit, in the specification's words; other forms have none of their own. */
export function writeTotals({ totalEnergy, runningTotal }: FlexOffer, form: EnergyForm): Totals {
  return {
    ...(totalEnergy === undefined ? {} : { totalEnergyConstraint: form.pair(totalEnergy) }),
    ...(runningTotal === undefined
      ? {}
      : { subTotalEnergyConstraint: runningTotal.map((bounds) => form.pair(bounds)) }),
    ...form.unitFields(),
  };
}
