import type { FlexOffer, WattHours } from '../flex-offer.js';
import { energySetOf } from './energy-set-of.js';
import { nearestSlices } from './nearest-slices.js';
import { sharedRoom } from './shared-room.js';
import { clampIntoUnits } from './slice-energies.js';
import { tightened } from '../exact/tightened.js';
import { unitBounds, type UnitBounds } from './unit-bounds.js';

/**
 * Bounds of single intervals inside which every choice is feasible for the offer, whatever its kind, once its start
 * and the durations are fixed (`durations`: one entry for every slice; absent: every slice lasts its `minDuration`).
 * Undefined if nothing is feasible. This is what can be added over offers of all kinds.
 *
 * Offers with bounds of slices alone keep their unit bounds. Else the box grows around the default schedule, or what
 * is nearest to it in the offer's energy set (`energySetOf`), upwards and downwards on their own:
 *
 * ```
 * running total  |         ______ upper bounds of the set
 *                |    ____/ .....
 *                |   / ....`          ... = sums of the box's upper bounds: under every bound of the set
 *                |  /..` ____
 *                | /____/             --- = centre
 * ```
 *
 * Every interval gets the same part of the way to its own bound until a running total is full; the later ones then
 * share what is left, and so on (`sharedRoom`). No box around the same centre has a larger sum of widths.
 */
export function innerBox(offer: FlexOffer, durations?: readonly number[]): UnitBounds | undefined {
  if (isPlain(offer)) return unitBounds(offer, durations);
  const set = tightened(energySetOf(offer, durations).set);
  if (set === undefined) return undefined;
  const wished = clampIntoUnits(offer.slices, offer.defaultSchedule.energiesWh, durations);
  const centre = nearestSlices({ set, rows: [] }, wished);
  if (centre === undefined) throw new Error('a tightened energy set has members');
  const totals = totalsOf(centre);
  const up = sharedRoom(
    centre.map((energy, unit) => (set.upperWh[unit] ?? energy) - energy),
    totals.map((total, unit) => (set.runningUpperWh[unit] ?? total) - total),
  );
  const down = sharedRoom(
    centre.map((energy, unit) => energy - (set.lowerWh[unit] ?? energy)),
    totals.map((total, unit) => total - (set.runningLowerWh[unit] ?? total)),
  );
  return {
    lowerWh: centre.map((energy, unit) => energy - (down[unit] ?? 0)),
    upperWh: centre.map((energy, unit) => energy + (up[unit] ?? 0)),
  };
}

/** Then the unit bounds are all there is, and quickly found: most offers of a portfolio are like this. */
function isPlain({ slices, totalEnergy, runningTotal }: FlexOffer): boolean {
  return (
    totalEnergy === undefined &&
    runningTotal === undefined &&
    slices.every(({ dependency }) => dependency === undefined)
  );
}

function totalsOf(energiesWh: readonly WattHours[]): WattHours[] {
  let total = 0;
  return energiesWh.map((energy) => (total += energy));
}
