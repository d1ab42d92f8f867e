import type { FlexOffer } from '../flex-offer.js';
import type { Fault } from '../result.js';

const PATH = 'subTotalEnergyConstraint';

/**
 * Running totals, if there are any, are one pair of whole watt-hours in order for every slice. A pair that the message
 * says once for all slices is told once.
 */
export function runningTotalsInOrder({ slices, runningTotal }: FlexOffer): Fault[] {
  if (runningTotal === undefined) return [];
  if (runningTotal.length !== slices.length) {
    return [{ path: PATH, message: `has ${runningTotal.length} pairs for ${slices.length} slices` }];
  }
  return runningTotal.flatMap(({ lowerWh, upperWh }, index) => {
    if (Number.isSafeInteger(lowerWh) && Number.isSafeInteger(upperWh) && lowerWh <= upperWh) return [];
    const previous = runningTotal[index - 1];
    if (Object.is(previous?.lowerWh, lowerWh) && Object.is(previous?.upperWh, upperWh)) return [];
    const message = `after slice ${index}: ${lowerWh} to ${upperWh} Wh are not whole watt-hours in order`;
    return [{ path: PATH, message }];
  });
}
