import type { WorkloadOffer } from '../workload/workload.js';

/** How much a socket or file usually gives at once. */
const PIECE_BYTES = 65_536;

/** Some offers as they are sent, and the same lines as texts. */
export interface Batch {
  readonly offers: readonly WorkloadOffer[];
  readonly pieces: readonly Uint8Array[];
  readonly lines: readonly string[];
}

export function batchOf(offers: readonly WorkloadOffer[], lineOf: (offer: WorkloadOffer) => string): Batch {
  const lines = offers.map(lineOf);
  const body = new TextEncoder().encode(lines.join('\n'));
  const count = Math.ceil(body.length / PIECE_BYTES);
  const pieces = Array.from({ length: count }, (_, index) =>
    body.subarray(index * PIECE_BYTES, (index + 1) * PIECE_BYTES),
  );
  return { offers, pieces, lines };
}
