import type { VisibleRequests } from '../search/request-book.js';
import { askAt, type Seller } from '../search/seller.js';
import { NO_SIDES, type AskedSides } from './asked-side.js';
import { bestOfSide, type BestDistance } from './best-of-side.js';
import type { DualPrices, Excess } from './dual-prices.js';

/**
 * One seller as the bound sees it: alone with the requests and the grid, everything that it shares with others being
 * for sale at a price. Whatever sellers do together gains no more than each does alone here.
 */
export class BoundSeller {
  /** By cell: what the seller sees, and the indexes of the limits above it. */
  private readonly sides: readonly AskedSides[];
  private readonly limits: readonly (readonly number[])[];
  private readonly tolls: Float64Array;
  private changes: Float64Array;
  private bestChanges: Float64Array;
  private readonly best: BestDistance = { gain: 0, distanceWh: 0 };

  constructor(
    private readonly seller: Seller,
    prices: DualPrices,
    sidesOf: ReadonlyMap<VisibleRequests, AskedSides>,
  ) {
    const above = prices.limitsAbove(seller.gridNode);
    this.limits = Array.from({ length: seller.cells }, (_, cell) =>
      above.flatMap((node) => prices.limitAt(node, seller.reachFrom + cell) ?? []),
    );
    this.sides = seller.requests.map((visible) =>
      visible === undefined ? NO_SIDES : (sidesOf.get(visible) ?? NO_SIDES),
    );
    this.tolls = new Float64Array(seller.cells);
    this.changes = new Float64Array(seller.cells);
    this.bestChanges = new Float64Array(seller.cells);
  }

  /** The most that the seller gains at these prices (at least 0: it need not trade); adds what it uses to `excess`. */
  respond(prices: DualPrices, excess: Excess): number {
    this.limits.forEach((indexes, cell) => {
      let toll = 0;
      for (const index of indexes) toll += prices.export[index]! - prices.import[index]!;
      this.tolls[cell] = toll;
    });
    let most = 0;
    let bestStart = this.seller.defaultStart;
    for (const start of this.seller.starts) {
      const gain = this.gainOf(start);
      if (gain <= most) continue;
      most = gain;
      bestStart = start;
      [this.changes, this.bestChanges] = [this.bestChanges, this.changes];
    }
    if (most > 0) this.use(bestStart, this.bestChanges, excess);
    return most;
  }

  /** Writes the best change of each cell; minus infinity if the start cannot be. */
  private gainOf(start: number): number {
    const { seller, best, sides, tolls, changes } = this;
    const from = start - seller.reachFrom;
    let gain = 0;
    for (let cell = 0; cell < seller.cells; cell += 1) {
      const unit = cell - from;
      const inside = unit >= 0 && unit < seller.lowerWh.length;
      const usual = seller.defaultWh[cell]!;
      const low = inside ? usual - seller.upperWh[unit]! : usual;
      const high = inside ? usual - seller.lowerWh[unit]! : usual;
      if (seller.reachFrom + cell < seller.firstInterval) {
        if (low > 0 || high < 0) return -Infinity;
        changes[cell] = 0;
        continue;
      }
      const ask = askAt(seller, start, cell);
      let cellGain = -Infinity;
      if (high >= 0) {
        bestOfSide(sides[cell]!.less, ask.down, tolls[cell]!, Math.max(0, low), high, best);
        cellGain = best.gain;
        changes[cell] = best.distanceWh;
      }
      if (low < 0) {
        bestOfSide(sides[cell]!.more, ask.up, -tolls[cell]!, Math.max(0, -high), -low, best);
        if (best.gain > cellGain) {
          cellGain = best.gain;
          changes[cell] = -best.distanceWh;
        }
      }
      gain += cellGain;
    }
    return gain;
  }

  private use(start: number, changes: Float64Array, excess: Excess): void {
    changes.forEach((change, cell) => {
      const side = change > 0 ? this.sides[cell]!.less : this.sides[cell]!.more;
      const { up, down } = askAt(this.seller, start, cell);
      const ask = change > 0 ? down : up;
      let left = Math.abs(change);
      for (let index = 0; index < side.worth.length && left > 0; index += 1) {
        if (side.worth[index]! <= ask) break;
        const taken = Math.min(left, side.askedWh[index]!);
        excess.request[side.requests[index]!]! += taken;
        left -= taken;
      }
      for (const limit of this.limits[cell]!) {
        excess.export[limit]! += change;
        excess.import[limit]! -= change;
      }
    });
  }
}
