import { formatInstant, instantOf, kwhOfWh } from '#flexoffer';
import type { RequestRow } from './request.entity.js';

/** A request with its result so far, as the outside sees it. */
export function requestView(row: RequestRow): object {
  return {
    requestId: row.requestId,
    participantId: row.participantId,
    source: row.source,
    ...(row.gridNode === null ? {} : { gridNode: row.gridNode }),
    ...(row.startInterval === null ? {} : { startTime: formatInstant(instantOf(row.startInterval)) }),
    orderId: row.orderId,
    state: row.state,
    receivedAt: formatInstant(row.receivedAt),
    ...(row.result === null ? {} : { result: row.result }),
    ...acceptedView(row),
    ...(row.reason === null ? {} : { reason: row.reason }),
    ...(row.deliveredAt === null ? {} : { deliveredAt: formatInstant(row.deliveredAt) }),
    ...(row.deliveryError === null ? {} : { deliveryError: row.deliveryError }),
  };
}

/** What was bought, in the order of the request's own lists: kWh, and the mean price per kWh. */
export function acceptedView({ accepted }: RequestRow): { accepted: number[]; price: number[] } {
  return {
    accepted: (accepted?.changesWh ?? []).map(kwhOfWh),
    price: (accepted?.prices ?? []).map((micro) => micro / 1_000_000),
  };
}
