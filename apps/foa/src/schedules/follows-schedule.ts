import type { WattHours } from '#flexoffer';

/** A device may be this far off its schedule in a quarter-hour, in percent of what is scheduled... */
export const TOLERATED_PERCENT = 20;
/** ...or so far, whichever is more: meters have steps, and compressors their own minds. */
export const TOLERATED_WH = 100;

/** What devices call it when somebody else than their schedule decides what they do. */
const MODES_OF_THEIR_OWN: ReadonlySet<string> = new Set(['manual', 'off', 'override']);

/** Whether a device did in a closed quarter-hour what it was told; both energies consumption-positive. */
export function followsSchedule(scheduledWh: WattHours, measuredWh: WattHours): boolean {
  const tolerated = Math.max(Math.abs(scheduledWh) * TOLERATED_PERCENT, TOLERATED_WH * 100);
  return Math.abs(measuredWh - scheduledWh) * 100 <= tolerated;
}

/** Whether a device in this mode can be expected to follow a schedule at all. */
export function heedsSchedules(mode: string): boolean {
  return !MODES_OF_THEIR_OWN.has(mode.toLowerCase());
}
