import type { AskedPrice, IntervalIndex } from '#flexoffer';
import type { Request, VisibleRequests } from './request-book.js';
import { askAt, type Seller } from './seller.js';

/** A stretch along which each further watt-hour away from the default schedule gains the same. */
export interface Piece {
  readonly wh: number;
  /** Micro per kWh; at least 0. */
  readonly gain: number;
}

/**
 * What a change c of one interval is worth to a seller beside what the others have sold: sold energy gains what the
 * buyer pays beyond the ask, dearest buyers first; energy that nobody buys gains nothing.
 *
 * ```
 * value   \                 ____--------     less: pieces to the right, gains falling
 *          \___         ___/
 *              \_______/____________________> c    (positive: less consumption)
 *      more: pieces to the left   0
 * ```
 */
export interface ValueCurve {
  readonly less: readonly Piece[];
  readonly more: readonly Piece[];
}

const NOTHING: ValueCurve = { less: [], more: [] };

/** By cell of the seller's reach, if its profile starts at `start`: that matters only to who asks more at some times. */
export function valueCurves(seller: Seller, start: IntervalIndex): ValueCurve[] {
  return seller.requests.map((visible, cell) =>
    visible === undefined ? NOTHING : valueCurve(visible, askAt(seller, start, cell)),
  );
}

function valueCurve({ less, more }: VisibleRequests, ask: AskedPrice): ValueCurve {
  return { less: piecesOf(less, ask.down), more: piecesOf(more, ask.up) };
}

function piecesOf(requests: readonly Request[], ask: number): Piece[] {
  const pieces: Piece[] = [];
  for (const { remainingWh, worth } of requests) {
    if (worth < ask) break;
    if (remainingWh > 0) pieces.push({ wh: remainingWh, gain: worth - ask });
  }
  return pieces;
}
