import type { FlexOffer } from '../flex-offer.js';
import type { Fault } from '../result.js';

const LIMITS = { deviceId: 200, flexibilityId: 200, stateReason: 2000 } as const;

/** The names that an offer carries along and the reason of its state are not longer than their use explains. */
export function textsWithinLimits(offer: FlexOffer): Fault[] {
  return (['deviceId', 'flexibilityId', 'stateReason'] as const).flatMap((field) => {
    const length = offer[field]?.length ?? 0;
    if (length <= LIMITS[field]) return [];
    return [{ path: field, message: `has ${length} characters, more than ${LIMITS[field]}` }];
  });
}
