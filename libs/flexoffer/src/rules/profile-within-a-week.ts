import { MOST_INTERVALS } from '../feasibility/most-intervals.js';
import type { FlexOffer } from '../flex-offer.js';
import type { Fault } from '../result.js';
import { sliceDurations } from './slice-durations.js';

/** A profile lasts at most seven days, also if every slice takes its longest duration. */
export function profileWithinAWeek(offer: FlexOffer): Fault[] {
  if (sliceDurations(offer).length > 0) return [];
  const longest = offer.slices.reduce((length, { maxDuration }) => length + maxDuration, 0);
  if (longest <= MOST_INTERVALS) return [];
  const message = `lasts up to ${longest} intervals, more than ${MOST_INTERVALS}`;
  return [{ path: 'flexOfferProfileConstraints', message }];
}
