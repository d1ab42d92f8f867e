import type { Request, VisibleRequests } from '../search/request-book.js';

/** The requests of one direction that a seller can see in one interval, dearest first after what they give up. */
export interface AskedSide {
  /** Indexes of requests. */
  readonly requests: Int32Array;
  /** Worth less the price of the request's energy, falling. */
  readonly worth: Float64Array;
  /** In Wh; a single seller never needs to sell more than is asked. */
  readonly askedWh: Float64Array;
}

/** What sellers can see in one interval, at the prices of one round. */
export interface AskedSides {
  readonly less: AskedSide;
  readonly more: AskedSide;
}

const NOTHING_ASKED: AskedSide = {
  requests: new Int32Array(0),
  worth: new Float64Array(0),
  askedWh: new Float64Array(0),
};
export const NO_SIDES: AskedSides = { less: NOTHING_ASKED, more: NOTHING_ASKED };

/**
 * The sides of everything that any seller sees, computed once a round: sellers below the same buyers see the same.
 *
 * @param prices of the requests' energy, by index
 */
export function askedSides(
  visible: Iterable<VisibleRequests>,
  indexOf: ReadonlyMap<Request, number>,
  prices: Float64Array,
): ReadonlyMap<VisibleRequests, AskedSides> {
  const sides = new Map<VisibleRequests, AskedSides>();
  for (const each of visible) {
    const less = askedSide(each.less, indexOf, prices);
    sides.set(each, { less, more: askedSide(each.more, indexOf, prices) });
  }
  return sides;
}

function askedSide(
  requests: readonly Request[],
  indexOf: ReadonlyMap<Request, number>,
  prices: Float64Array,
): AskedSide {
  if (requests.length === 0) return NOTHING_ASKED;
  const sorted = requests
    .map((request) => {
      const index = indexOf.get(request)!;
      return { request, index, worth: request.worth - prices[index]! };
    })
    .sort((left, right) => right.worth - left.worth || left.index - right.index);
  return {
    requests: Int32Array.from(sorted, ({ index }) => index),
    worth: Float64Array.from(sorted, ({ worth }) => worth),
    askedWh: Float64Array.from(sorted, ({ request }) => request.askedWh),
  };
}
