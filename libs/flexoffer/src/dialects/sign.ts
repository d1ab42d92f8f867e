import type { EnergyBounds, WattHours } from '../flex-offer.js';

/**
 * Which direction a participant writes as positive. The FlexOffer specification contradicts itself: section 1.4
 * counts production positive, section 2.1 consumption; so it is configured per participant, never guessed.
 */
export type SignConvention = 'production-positive' | 'consumption-positive';

/** Energy from a participant's sign to consumption-positive or back: the same step both ways, never `-0`. */
export function turnEnergy(energy: WattHours, sign: SignConvention): WattHours {
  return sign === 'consumption-positive' ? energy : 0 - energy;
}

/** Bounds from a participant's sign to consumption-positive or back: turned bounds change places. */
export function turnBounds({ lowerWh, upperWh }: EnergyBounds, sign: SignConvention): EnergyBounds {
  if (sign === 'consumption-positive') return { lowerWh, upperWh };
  return { lowerWh: 0 - upperWh, upperWh: 0 - lowerWh };
}
