import type { EnergyBounds, FlexOffer, WattHours } from '../flex-offer.js';
import type { Fault } from '../result.js';
import { limitOf, rowHolds } from './dependency-row.js';

/**
 * What is wrong with the sums of a schedule: running totals, dependencies and the total energy, in this order.
 * `slicesWh` are the energies of whole slices, and the paths those of the last interval of each slice.
 */
export function sumFaults(
  offer: Pick<FlexOffer, 'slices' | 'runningTotal' | 'totalEnergy'>,
  slicesWh: readonly WattHours[],
  lastUnits: readonly number[],
): Fault[] {
  let earlier = 0;
  const faults = slicesWh.flatMap((own, slice) => {
    const path = `scheduleSlices[${lastUnits[slice] ?? 0}].energyAmount`;
    const broken = dependencyReasons(offer, slice, earlier, own);
    earlier += own;
    const running = offer.runningTotal?.[slice];
    const outside = outsideOf(running, earlier);
    const reasons = outside === undefined ? broken : [`the running total is ${outside}`, ...broken];
    return reasons.map((reason) => ({ path, message: `at the end of slice ${slice}: ${reason}` }));
  });
  const { totalEnergy } = offer;
  if (totalEnergy === undefined || outsideOf(totalEnergy, earlier) === undefined) return faults;
  const message = `sums to ${earlier} Wh, outside the total energy of ${totalEnergy.lowerWh} to ${totalEnergy.upperWh} Wh`;
  return [...faults, { path: 'scheduleSlices', message }];
}

function outsideOf(bounds: EnergyBounds | undefined, sum: WattHours): string | undefined {
  if (bounds === undefined || (sum >= bounds.lowerWh && sum <= bounds.upperWh)) return undefined;
  return `${sum} Wh, outside ${bounds.lowerWh} to ${bounds.upperWh} Wh`;
}

function dependencyReasons(
  { slices }: Pick<FlexOffer, 'slices'>,
  slice: number,
  earlier: WattHours,
  own: WattHours,
): string[] {
  const rows = slices[slice]?.dependency ?? [];
  return rows.flatMap((row, index) => {
    if (rowHolds(row, earlier, own)) return [];
    const sum = `${row.a} * ${earlier} Wh + ${row.b} * ${own} Wh`;
    return [`${sum} is above the ${row.cWh} Wh of dependency row ${index} (at most ${limitOf(row)} Wh)`];
  });
}
