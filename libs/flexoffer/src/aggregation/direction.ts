import type { Slice } from '../flex-offer.js';

export type Direction = 'consumption' | 'production' | 'mixed';

/** What a profile can be, by the bounds of all its slices; a profile that can only be 0 counts as consumption. */
export function directionOf(slices: readonly Slice[]): Direction {
  if (slices.every(({ lowerWh }) => lowerWh >= 0)) return 'consumption';
  return slices.every(({ upperWh }) => upperWh <= 0) ? 'production' : 'mixed';
}
