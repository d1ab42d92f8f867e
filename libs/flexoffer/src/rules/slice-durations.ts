import type { FlexOffer } from '../flex-offer.js';
import type { Fault } from '../result.js';

/** Every slice lasts a whole number of intervals, at least one, and its longest duration is not below its shortest. */
export function sliceDurations({ slices }: FlexOffer): Fault[] {
  return slices.flatMap(({ minDuration, maxDuration }, index) => {
    const path = `flexOfferProfileConstraints[${index}]`;
    if (!Number.isSafeInteger(minDuration) || minDuration < 1) {
      return [{ path: `${path}.minDuration`, message: 'must be a whole number of at least 1' }];
    }
    if (Number.isSafeInteger(maxDuration) && maxDuration >= minDuration) return [];
    return [{ path: `${path}.maxDuration`, message: 'must be a whole number, not below minDuration' }];
  });
}
