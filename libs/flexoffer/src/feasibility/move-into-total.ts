import type { EnergyBounds, WattHours } from '../flex-offer.js';
import { shareInProportion } from '../energy/share-in-proportion.js';
import type { UnitBounds } from './unit-bounds.js';

/**
 * Changes energies as little in sum as brings their sum inside `total`, each in proportion to its room, none out of
 * its bounds. Where the room does not reach as far as the total, it goes as far as it can.
 * The energies must lie inside the bounds.
 */
export function moveIntoTotal(
  energiesWh: readonly WattHours[],
  bounds: UnitBounds,
  total: EnergyBounds | undefined,
): WattHours[] {
  const sum = energiesWh.reduce((all, energy) => all + energy, 0);
  if (total === undefined || (sum >= total.lowerWh && sum <= total.upperWh)) return [...energiesWh];
  const direction = sum < total.lowerWh ? 1 : -1;
  const missing = direction === 1 ? total.lowerWh - sum : sum - total.upperWh;
  const end = direction === 1 ? bounds.upperWh : bounds.lowerWh;
  const rooms = energiesWh.map((energy, unit) => Math.abs((end[unit] ?? energy) - energy));
  const room = rooms.reduce((all, each) => all + each, 0);
  const shares = shareInProportion(Math.min(missing, room), rooms);
  return energiesWh.map((energy, unit) => energy + direction * (shares[unit] ?? 0));
}
