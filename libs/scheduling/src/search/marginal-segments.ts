import type { Direction, Request, VisibleRequests } from './request-book.js';
import type { Seller } from './seller.js';

/** A stretch of a seller's possible change in one cell along which each further watt-hour is worth the same. */
export interface MarginalSegment {
  readonly cell: number;
  /** In Wh, `fromWh < toWh`; the ends may be infinite. 0 is never strictly inside. */
  readonly fromWh: number;
  readonly toWh: number;
  /** Micro per kWh gained for each Wh that the change rises. */
  readonly slope: number;
  /** Watt-hours sold for each Wh that the change rises: 1 and -1 where it sells, else 0. */
  readonly sold: Direction | 0;
  /** Orders segments by slope, then by energy sold, then by nearness to the default schedule; never 0. */
  readonly rank: number;
}

/** What a seller may gain by each change, beside what the others have taken. */
export interface MarginalValues {
  /** By falling rank; those of one cell are in ascending order and without gaps. */
  readonly segments: readonly MarginalSegment[];
  /** By cell: what market rules 1 and 7 allow. */
  readonly lowestWh: Float64Array;
  readonly highestWh: Float64Array;
  readonly canSell: boolean;
}

/**
 * The value of one interval as a function of the change c (positive: less consumption), where less is asked:
 *
 * ```
 * value          ____------\            slopes   best tier - asked price  >=  next tier - asked price  >=  0
 *          ___---           \                    then minus the highest price asked: surplus
 *  -------/-----------------------> c            left of 0 nothing is allowed
 *         0   tier 1  tier 2
 * ```
 * More consumption is the mirror image; where nobody asks, every change is worth 0. So the value is concave.
 */
export function marginalValues(seller: Seller): MarginalValues {
  const segments: MarginalSegment[] = [];
  const lowestWh = new Float64Array(seller.cells).fill(-Infinity);
  const highestWh = new Float64Array(seller.cells).fill(Infinity);
  for (let cell = 0; cell < seller.cells; cell += 1) {
    const visible = seller.requests[cell];
    const direction = visible === undefined ? 0 : directionOf(visible, seller);
    if (visible === undefined) {
      addSegment(segments, cell, -1, 0, Infinity, 0, false);
      addSegment(segments, cell, 1, 0, Infinity, 0, false);
    } else if (direction > 0) {
      lowestWh[cell] = 0;
      addSide(segments, cell, 1, visible.less, seller.price.down);
    } else {
      highestWh[cell] = 0;
      addSide(segments, cell, -1, visible.more, seller.price.up);
    }
    if (seller.reachFrom + cell < seller.firstInterval) {
      lowestWh[cell] = 0;
      highestWh[cell] = 0;
    }
  }
  segments.sort(
    (left, right) => right.rank - left.rank || left.cell - right.cell || left.fromWh - right.fromWh,
  );
  return {
    segments,
    lowestWh,
    highestWh,
    canSell: segments.some(({ sold }) => sold !== 0),
  };
}

/**
 * Where both directions are asked for, moving either way from 0 can gain: that is not concave. The search then
 * looks only at the direction whose best open request gains more.
 */
function directionOf({ less, more }: VisibleRequests, { price }: Seller): Direction {
  if (more.length === 0) return 1;
  if (less.length === 0) return -1;
  return bestGain(less, price.down) >= bestGain(more, price.up) ? 1 : -1;
}

function bestGain(requests: readonly Request[], asked: number): number {
  return (requests.find(({ remainingWh }) => remainingWh > 0)?.price ?? -Infinity) - asked;
}

function addSide(
  segments: MarginalSegment[],
  cell: number,
  direction: Direction,
  requests: readonly Request[],
  asked: number,
): void {
  let reached = 0;
  for (const { remainingWh, price } of requests) {
    if (price < asked) break;
    if (remainingWh === 0) continue;
    addSegment(segments, cell, direction, reached, reached + remainingWh, price - asked, true);
    reached += remainingWh;
  }
  addSegment(segments, cell, direction, reached, Infinity, -surplusPenalty(requests), false);
}

/** What moving an unsold kWh costs the objective: the highest price asked (by falling price, so the first), if positive. */
export function surplusPenalty(requests: readonly Request[]): number {
  return Math.max(0, requests[0]?.price ?? 0);
}

/** Distances from 0 in `direction`; `gain` per Wh away from 0. */
function addSegment(
  segments: MarginalSegment[],
  cell: number,
  direction: Direction,
  near: number,
  far: number,
  gain: number,
  sells: boolean,
): void {
  // Odd: four times the gain leaves room for the two lesser aims, and 0 never ties with standing still.
  const rank = direction * (4 * gain + (sells ? 2 : 0) - 1);
  const [fromWh, toWh] = direction > 0 ? [near, far] : [-far, -near];
  segments.push({ cell, fromWh, toWh, slope: direction * gain, sold: sells ? direction : 0, rank });
}
