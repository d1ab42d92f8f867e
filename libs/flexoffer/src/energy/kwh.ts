import type { WattHours } from '../flex-offer.js';

/**
 * How far from a whole watt-hour a message's kWh may lie and still mean it: 1e-6 kWh (0.001 Wh). It absorbs the
 * last digits of values that were computed in floating point (2.2366500000000045), and nothing that a meter shows.
 */
export const KWH_TOLERANCE = 1e-6;

/** `up` is towards plus infinity and `down` towards minus infinity, also for negative energies. */
export type WhRounding = 'nearest' | 'up' | 'down';

/** Energy in kWh for a message. Exact to the last digit that matters: `whOfKwh` gives `wh` back. */
export function kwhOfWh(wh: WattHours): number {
  return wh / 1000;
}

/**
 * Energy in whole watt-hours. Rounding `up` and `down` first forgive {@link KWH_TOLERANCE}, so that 2.0000000004 kWh
 * rounded up is 2000 Wh. The result is never negative zero. `kwh` must be finite and below 1e9 in size.
 */
export function whOfKwh(kwh: number, rounding: WhRounding): WattHours {
  const wh = kwh * 1000;
  const tolerance = KWH_TOLERANCE * 1000;
  if (rounding === 'up') return Math.ceil(wh - tolerance) + 0;
  if (rounding === 'down') return Math.floor(wh + tolerance) + 0;
  return Math.round(wh) + 0;
}
