import type { Request, VisibleRequests } from '../search/request-book.js';

/**
 * The requests of one direction that a seller can see in one interval, dearest first after what they give up at the
 * prices of the round. Its arrays stay; `reprice` brings them up to date.
 */
export class AskedSide {
  /** Indexes of requests. */
  readonly requests: Int32Array;
  /** Worth less the price of the request's energy, falling. */
  readonly worth: Float64Array;
  /** In Wh; a single seller never needs to sell more than is asked. */
  readonly askedWh: Float64Array;

  constructor(
    visible: readonly Request[],
    private readonly all: readonly Request[],
    indexOf: ReadonlyMap<Request, number>,
  ) {
    this.requests = new Int32Array(visible.length);
    this.worth = new Float64Array(visible.length);
    this.askedWh = new Float64Array(visible.length);
    visible.forEach((request, place) => (this.requests[place] = indexOf.get(request)!));
  }

  /** By insertion: from one round to the next the order hardly changes. Of equal worth the smaller index comes first. */
  reprice(prices: Float64Array): void {
    const { requests, worth, askedWh, all } = this;
    for (let place = 0; place < requests.length; place += 1) {
      const index = requests[place]!;
      const request = all[index]!;
      const own = request.worth - prices[index]!;
      let to = place;
      while (to > 0 && (worth[to - 1]! < own || (worth[to - 1]! === own && requests[to - 1]! > index))) {
        requests[to] = requests[to - 1]!;
        worth[to] = worth[to - 1]!;
        askedWh[to] = askedWh[to - 1]!;
        to -= 1;
      }
      requests[to] = index;
      worth[to] = own;
      askedWh[to] = request.askedWh;
    }
  }
}

/** What sellers can see in one interval. */
export interface AskedSides {
  readonly less: AskedSide;
  readonly more: AskedSide;
}

const NOTHING_ASKED = new AskedSide([], [], new Map());
export const NO_SIDES: AskedSides = { less: NOTHING_ASKED, more: NOTHING_ASKED };

/** The sides of everything that any seller sees: sellers below the same buyers see the same. */
export function askedSides(
  visible: Iterable<VisibleRequests>,
  all: readonly Request[],
): ReadonlyMap<VisibleRequests, AskedSides> {
  const indexOf = new Map(all.map((request, index) => [request, index]));
  const sides = new Map<VisibleRequests, AskedSides>();
  for (const each of visible)
    sides.set(each, {
      less: new AskedSide(each.less, all, indexOf),
      more: new AskedSide(each.more, all, indexOf),
    });
  return sides;
}
