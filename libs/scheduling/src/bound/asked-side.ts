import type { Request } from '../search/request-book.js';

/** The requests of one direction that a seller can see in one interval, dearest first after what they give up. */
export interface AskedSide {
  /** Indexes of requests. */
  readonly requests: Int32Array;
  /** Worth less the price of the request's energy, falling. */
  readonly worth: Float64Array;
  /** In Wh; a single seller never needs to sell more than is asked. */
  readonly askedWh: Float64Array;
}

/** @param prices of the requests' energy, by index */
export function askedSide(
  indexes: readonly number[],
  requests: readonly Request[],
  prices: Float64Array,
): AskedSide {
  const worthOf = (index: number): number => (requests[index]?.worth ?? 0) - prices[index]!;
  const sorted = indexes.toSorted((left, right) => worthOf(right) - worthOf(left) || left - right);
  return {
    requests: Int32Array.from(sorted),
    worth: Float64Array.from(sorted, worthOf),
    askedWh: Float64Array.from(sorted, (index) => requests[index]?.askedWh ?? 0),
  };
}

export const NOTHING_ASKED: AskedSide = {
  requests: new Int32Array(0),
  worth: new Float64Array(0),
  askedWh: new Float64Array(0),
};
