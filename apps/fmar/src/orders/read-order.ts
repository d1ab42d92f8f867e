import canonicalize from 'canonicalize';
import type { Principal } from '#directory';
import { acceptanceFaults, readFlexOffer, type Fault, type Instant, type Result } from '#flexoffer';
import { contentHash, derivedId } from '#identifiers';
import type { OrderRequest } from './order-request.js';
import { readConditions } from './read-conditions.js';
import type { OrderSubmission } from './order-submission.js';
import { readBuyRequest } from './read-buy-request.js';

const ID_PREFIX = { buy: 'bo', sell: 'so' } as const;

/**
 * An order from a request. Its id is the given one, or follows from the idempotency key, or from the content; the
 * content counts in canonical form, so that the order of its fields does not matter.
 */
export function readOrder(
  request: OrderRequest,
  sender: Principal,
  now: Instant,
  idempotencyKey: string | undefined,
): Result<OrderSubmission> {
  const participantId = sender.participant.id;
  const { side, gridNode } = request;
  const hash = contentHash([participantId, canonicalize(request)]);
  const orderId = request.orderId ?? derivedId(ID_PREFIX[side], participantId, idempotencyKey ?? hash);
  const conditions = readConditions(request);
  if (!conditions.ok) return conditions;
  const { exclusiveGroup, validUntil, ...quantities } = conditions.value;
  const group = exclusiveGroup === undefined ? {} : { exclusiveGroup };
  const identity = { orderId, participantId, gridNode, contentHash: hash, ...group };
  const options = { path: 'flexOffer', now, id: orderId, offeredById: participantId, gridNode };
  if (side === 'buy') {
    const read = readBuyRequest(request.flexOffer, options);
    if (!read.ok) return read;
    const validity = validUntil === undefined ? {} : { validUntil };
    return {
      ok: true,
      value: { ...identity, side, intervals: read.value, ...quantities, ...validity },
    };
  }
  const sign = sender.participant.signConvention;
  const read = readFlexOffer(request.flexOffer, { ...options, sign, state: 'offered' });
  if (!read.ok) return read;
  const offer = read.value;
  if (offer.gridNode !== gridNode) return { ok: false, faults: [elsewhere(gridNode)] };
  const objections = acceptanceFaults(offer, { now }).map(({ path, message }) => `${path} ${message}`);
  return {
    ok: true,
    value: {
      ...identity,
      side,
      offer,
      validUntil: Math.min(offer.assignmentBefore, validUntil ?? Infinity),
      objections,
    },
  };
}

const elsewhere = (gridNode: string): Fault => ({
  path: 'flexOffer.locationID',
  message: `must be ${gridNode}, the node of the order`,
});
