import type { DeviceRecord, Principal } from '#directory';
import { readFlexOffer, type Fault, type FlexOffer, type Instant } from '#flexoffer';
import { derivedId } from '#identifiers';
import type { CommunicationRequest } from '../communication/communication-request.js';

/** The offers of one request, or everything that is wrong with them. */
export interface GeneratedOffers {
  readonly offers: readonly FlexOffer[];
  readonly faults: readonly Fault[];
}

/**
 * Turns the flexibility that a device reports into FlexOffers: adds what the device leaves to the FOA (id,
 * state, owner, place) and converts from its owner's sign convention.
 */
export function generateOffers(
  sender: Principal,
  device: DeviceRecord,
  request: CommunicationRequest,
  now: Instant,
): GeneratedOffers {
  const gridNode = device.gridNode ?? sender.participant.gridNode;
  const reported = request.flexibilityData ?? [];
  if (gridNode === undefined && reported.length > 0) {
    const message = 'cannot be traded: neither the device nor its participant has a grid node';
    return { offers: [], faults: [{ path: 'flexibilityData', message }] };
  }
  const offers: FlexOffer[] = [];
  const faults: Fault[] = [...repeatedFlexibilities(reported)];
  reported.forEach(({ flexibilityId, flexOffer }, index) => {
    const result = readFlexOffer(flexOffer, {
      sign: sender.participant.signConvention,
      path: `flexibilityData[${index}].flexOffer`,
      now,
      id: derivedId('fo', device.id, flexibilityId, request.messageId),
      offeredById: sender.participant.id,
      gridNode: gridNode ?? '',
      deviceId: device.id,
      flexibilityId,
      state: 'offered',
    });
    if (result.ok) offers.push(result.value);
    else faults.push(...result.faults);
  });
  return { offers, faults };
}

/** One request cannot say two things about the same flexibility. */
function repeatedFlexibilities(reported: readonly { readonly flexibilityId: string }[]): Fault[] {
  return reported.flatMap(({ flexibilityId }, index) =>
    reported.findIndex((other) => other.flexibilityId === flexibilityId) < index
      ? [{ path: `flexibilityData[${index}].flexibilityId`, message: 'comes twice in this request' }]
      : [],
  );
}
