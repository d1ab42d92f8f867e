import type { FlexOffer } from '../flex-offer.js';
import type { Fault } from '../result.js';
import { sliceDurations } from './slice-durations.js';

/** A slice with dependency rows lasts exactly one interval: its rows speak of the energy of one. */
export function dependencyDurations(offer: FlexOffer): Fault[] {
  if (sliceDurations(offer).length > 0) return [];
  return offer.slices.flatMap(({ dependency, maxDuration }, index) =>
    dependency === undefined || maxDuration === 1
      ? []
      : [
          {
            path: `flexOfferProfileConstraints[${index}].maxDuration`,
            message: 'must be 1 in a slice with dependency constraints',
          },
        ],
  );
}
