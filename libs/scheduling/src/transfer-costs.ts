import type { MicroPerKwh } from '#flexoffer';
import type { TransferPrice } from './clearing.js';
import { isAtOrBelow } from './grid-node.js';

/**
 * Transfer between two nodes, of which one lies above the other, as the difference of two sums from the root. So an
 * order can carry its own sum, and its price is comparable with any other's.
 *
 * ```
 * z           z.a          z.a.cp1
 * |---- 3 ----|---- 5 -----|          downTo(z.a.cp1) - downTo(z) = 8, if z itself costs nothing
 * ```
 */
export class TransferCosts {
  private readonly known = new Map<string, MicroPerKwh>();

  constructor(private readonly prices: readonly TransferPrice[]) {}

  /** The prices of the node and of all nodes above it. */
  downTo(gridNode: string): MicroPerKwh {
    const known = this.known.get(gridNode);
    if (known !== undefined) return known;
    const sum = this.prices
      .filter((each) => isAtOrBelow(gridNode, each.gridNode))
      .reduce((total, { price }) => total + price, 0);
    this.known.set(gridNode, sum);
    return sum;
  }
}
