import type { FlexOffer } from '../flex-offer.js';
import { atLeastOneSlice } from './at-least-one-slice.js';
import { energiesWithinReason } from './energies-within-reason.js';
import { profileWithinAWeek } from './profile-within-a-week.js';
import { sliceBoundsInOrder } from './slice-bounds-in-order.js';
import { sliceDurations } from './slice-durations.js';

const RULES_OF_SLICES = [
  atLeastOneSlice,
  sliceDurations,
  profileWithinAWeek,
  sliceBoundsInOrder,
  energiesWithinReason,
];

/**
 * Whether sums over the slices mean anything. Rules about totals, polygons and schedules say nothing about a profile
 * whose slices are broken in themselves: the rules about slices have then said what is wrong.
 */
export function hasSoundSlices(offer: FlexOffer): boolean {
  return RULES_OF_SLICES.every((rule) => rule(offer).length === 0);
}
