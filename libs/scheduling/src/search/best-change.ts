import type { Piece, ValueCurve } from './value-curve.js';
import { isBetter, type Worth } from './worth.js';

/** The change of one interval and what it is worth. */
export interface Change extends Worth {
  /** Positive: less consumption. */
  readonly changeWh: number;
}

/** A change to be written into: the search looks at millions, and keeps few. */
export type ChangeUnderWay = { -readonly [Field in keyof Change]: number };

export const noChange = (): ChangeUnderWay => ({ changeWh: 0, value: 0, soldWh: 0, movedWh: 0 });

/** Only a comparison of the two sides of 0 needs a second place. */
const OTHER_SIDE = noChange();

/**
 * The best change between two bounds (`lowWh <= highWh`): the most value, then the most energy sold, then the least
 * moved. Exact: on either side of 0 all that can be sold is taken and nothing more. Writes into `best`.
 */
export function bestChange(
  { less, more }: ValueCurve,
  lowWh: number,
  highWh: number,
  best: ChangeUnderWay,
): void {
  if (highWh > 0) changeOf(less, 1, Math.max(0, lowWh), highWh, best);
  else if (lowWh < 0) changeOf(more, -1, -highWh, -lowWh, best);
  else changeOf(less, 1, 0, 0, best);
  if (highWh <= 0 || lowWh >= 0) return;
  changeOf(more, -1, 0, -lowWh, OTHER_SIDE);
  if (isBetter(OTHER_SIDE, best)) Object.assign(best, OTHER_SIDE);
}

/** @param near the least distance from 0, and `far` the most */
function changeOf(
  pieces: readonly Piece[],
  direction: 1 | -1,
  near: number,
  far: number,
  into: ChangeUnderWay,
): void {
  let value = 0;
  let soldWh = 0;
  for (let place = 0; place < pieces.length && soldWh < far; place += 1) {
    const { wh, gain } = pieces[place]!;
    const taken = wh < far - soldWh ? wh : far - soldWh;
    value += gain * taken;
    soldWh += taken;
  }
  const movedWh = near > soldWh ? near : soldWh;
  into.changeWh = movedWh === 0 ? 0 : direction * movedWh;
  into.value = value;
  into.soldWh = soldWh;
  into.movedWh = movedWh;
}

/** What a given change is worth. */
export function worthOfChange({ less, more }: ValueCurve, changeWh: number): Change {
  const change = noChange();
  if (changeWh >= 0) changeOf(less, 1, changeWh, changeWh, change);
  else changeOf(more, -1, -changeWh, -changeWh, change);
  return change;
}
