import type { Piece, ValueCurve } from './value-curve.js';
import { isBetter, type Worth } from './worth.js';

/** The change of one interval and what it is worth. */
export interface Change extends Worth {
  /** Positive: less consumption. */
  readonly changeWh: number;
}

/**
 * The best change between two bounds (`lowWh <= highWh`): the most value, then the most energy sold, then the least
 * moved. Exact: on either side of 0 all that can be sold is taken and nothing more.
 */
export function bestChange({ less, more }: ValueCurve, lowWh: number, highWh: number): Change {
  if (highWh <= 0 && lowWh >= 0) return { changeWh: 0, value: 0, soldWh: 0, movedWh: 0 };
  if (lowWh >= 0) return changeOf(less, 1, lowWh, highWh);
  if (highWh <= 0) return changeOf(more, -1, -highWh, -lowWh);
  const right = changeOf(less, 1, 0, highWh);
  const left = changeOf(more, -1, 0, -lowWh);
  return isBetter(left, right) ? left : right;
}

/** @param near the least distance from 0, and `far` the most */
function changeOf(pieces: readonly Piece[], direction: 1 | -1, near: number, far: number): Change {
  let value = 0;
  let soldWh = 0;
  for (const { wh, gain } of pieces) {
    const taken = Math.min(wh, far - soldWh);
    if (taken <= 0) break;
    value += gain * taken;
    soldWh += taken;
  }
  const movedWh = Math.max(near, soldWh);
  return { changeWh: direction * movedWh, value, soldWh, movedWh };
}

/** What a given change is worth. */
export function worthOfChange({ less, more }: ValueCurve, changeWh: number): Change {
  return changeWh >= 0 ? changeOf(less, 1, changeWh, changeWh) : changeOf(more, -1, -changeWh, -changeWh);
}
