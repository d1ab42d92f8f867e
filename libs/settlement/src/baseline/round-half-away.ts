import type { WattHours } from '#flexoffer';

/** To whole Wh, a half away from zero, so that consumption and production round to opposites; never -0. */
export function roundHalfAway(energyWh: number): WattHours {
  const magnitude = Math.round(Math.abs(energyWh));
  return energyWh < 0 && magnitude > 0 ? -magnitude : magnitude;
}
