import { unitBounds } from '#flexoffer';
import type { SellSubmission } from '../order-submission.js';

/**
 * The bounds and the default of an offer sum to at most 100 MWh in size. Together with the price limit this keeps
 * every value that clearing compares below 2^53: 4 x 10^8 Wh x 2 x 10^7 millionths is 8 x 10^15.
 */
const MOST_WH = 100_000_000;

export function sizeWithinLimits({ offer }: SellSubmission): string[] {
  const { lowerWh, upperWh } = unitBounds(offer);
  const size = [...lowerWh, ...upperWh, ...offer.defaultSchedule.energiesWh].reduce(
    (sum, energy) => sum + Math.abs(energy),
    0,
  );
  return size <= MOST_WH ? [] : [`its energies sum to ${size} Wh in size; ${MOST_WH} Wh is the most`];
}
