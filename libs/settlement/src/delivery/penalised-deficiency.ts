import type { WattHours } from '#flexoffer';

/**
 * The deficiency for which a penalty is due: none up to and including the tolerance, and above it the whole
 * deficiency, not only what exceeds the tolerance. Both are in Wh of one participant in one interval, and never
 * negative.
 */
export function penalisedDeficiencyWh(deficiencyWh: WattHours, toleranceWh: WattHours): WattHours {
  return deficiencyWh <= toleranceWh ? 0 : deficiencyWh;
}
