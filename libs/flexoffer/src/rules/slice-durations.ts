import type { FlexOffer } from '../flex-offer.js';
import type { Fault } from '../result.js';

/** Every slice lasts a whole number of intervals, at least one, and its longest duration is not below its shortest. */
export function sliceDurations({ slices }: FlexOffer): Fault[] {
  return slices.flatMap(({ minDuration, maxDuration }, index) => {
    const isWhole = Number.isSafeInteger(minDuration) && minDuration >= 1;
    if (isWhole && Number.isSafeInteger(maxDuration) && maxDuration >= minDuration) return [];
    const path = `flexOfferProfileConstraints[${index}]`;
    return isWhole
      ? [{ path: `${path}.maxDuration`, message: 'must be a whole number, not below minDuration' }]
      : [{ path: `${path}.minDuration`, message: 'must be a whole number of at least 1' }];
  });
}
