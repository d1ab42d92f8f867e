import type { FlexOffer } from '../flex-offer.js';
import type { WireFlexOffer } from '../schema/specification-1.js';

type Owner = Pick<WireFlexOffer, 'offeredById' | 'deviceId' | 'flexibilityId'>;

/** Who offers, and with what device; the latter two are additions to every form. */
export function ownerOf({ offeredById, deviceId, flexibilityId }: FlexOffer): Owner {
  return {
    offeredById,
    ...(deviceId === undefined ? {} : { deviceId }),
    ...(flexibilityId === undefined ? {} : { flexibilityId }),
  };
}
