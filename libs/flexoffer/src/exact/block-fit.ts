import type { ExactAggregate } from './exact-aggregate.js';

/** Blocks of `size` intervals from the first on, and how many of its intervals a load is on, in sum. */
export interface BlockShape {
  readonly size: number;
  readonly least: number;
  readonly most: number;
}

/** A member's largest share in a block, and what it must fix for it above its lower bounds. */
export interface Fitted {
  readonly block: number;
  /** The height of its copy of the shape; 0: it does not fit. */
  readonly scale: number;
  readonly insideWh: number;
  readonly outsideWh: number;
}

const NOWHERE: Fitted = { block: 0, scale: 0, insideWh: 0, outsideWh: 0 };

/** Finds where a member's set contains the largest copy of a shape; members with running totals take no part. */
export class BlockFit {
  constructor(
    private readonly aggregate: ExactAggregate,
    private readonly shape: BlockShape,
  ) {}

  /** The first of equals. A block that reaches over the end of the horizon or of the member is none. */
  bestBlock(member: number): Fitted {
    const { aggregate, shape } = this;
    if (aggregate.runningAt[member] !== -1) return NOWHERE;
    const start = aggregate.startAt[member]!;
    const end = start + aggregate.firstUnit[member + 1]! - aggregate.firstUnit[member]!;
    let best = NOWHERE;
    for (let block = Math.ceil(start / shape.size); (block + 1) * shape.size <= end; block += 1) {
      const fitted = this.fit(member, block);
      if (fitted.scale > best.scale) best = fitted;
    }
    return best;
  }

  /**
   * With everything counted above the lower bounds, r fixed inside the block, o outside, and the copy's own total from
   * s * least to s * most: r + o + s * least >= total's least, r + o + s * most <= total's most, r <= room - s * size.
   */
  private fit(member: number, block: number): Fitted {
    const { size, least, most } = this.shape;
    const { narrowest, inside, outside, lowest } = this.rooms(member, block);
    const leastTotal = this.aggregate.totalLowerWh[member]! - lowest;
    const mostTotal = this.aggregate.totalUpperWh[member]! - lowest;
    const scale = Math.floor(
      Math.min(
        narrowest,
        mostTotal / most,
        most === least ? Infinity : (mostTotal - leastTotal) / (most - least),
        (inside + outside - leastTotal) / (size - least),
      ),
    );
    const needed = Math.max(0, leastTotal - scale * least);
    const insideWh = Math.min(inside - size * scale, needed);
    return { block, scale, insideWh, outsideWh: needed - insideWh };
  }

  private rooms(
    member: number,
    block: number,
  ): { narrowest: number; inside: number; outside: number; lowest: number } {
    const { firstUnit, startAt, lowerWh, upperWh } = this.aggregate;
    const first = firstUnit[member]!;
    const end = firstUnit[member + 1]!;
    const blockFirst = first + block * this.shape.size - startAt[member]!;
    let narrowest = Infinity;
    let inside = 0;
    let outside = 0;
    let lowest = 0;
    for (let unit = first; unit < end; unit += 1) {
      const range = upperWh[unit]! - lowerWh[unit]!;
      lowest += lowerWh[unit]!;
      if (unit < blockFirst || unit >= blockFirst + this.shape.size) {
        outside += range;
      } else {
        inside += range;
        narrowest = Math.min(narrowest, range);
      }
    }
    return { narrowest, inside, outside, lowest };
  }
}
