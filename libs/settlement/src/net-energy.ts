import type { WattHours } from '#flexoffer';

/**
 * What a connection took from the grid in an interval, net: import minus export, consumption-positive; negative
 * for a net producer. Only for intervals that have both values: a missing value stays missing and is never 0.
 */
export function netWh(importWh: WattHours, exportWh: WattHours): WattHours {
  return importWh - exportWh;
}
