import type { IntervalIndex } from '#flexoffer';
import type { ClearingProblem, GridCapacity } from '../clearing.js';
import { isAtOrBelow } from '../grid-node.js';
import type { Seller } from './seller.js';

/** One limited node; arrays by interval from the first that can change. */
interface LimitedNode {
  readonly netWh: Float64Array;
  readonly lowestWh: Float64Array;
  readonly highestWh: Float64Array;
}

/**
 * The net change below every limited node. Where earlier gates already went beyond a limit (it was lowered since),
 * nothing may go further, but nothing has to come back.
 */
export class CapacityLedger {
  private readonly limits: readonly { readonly gridNode: string; readonly node: LimitedNode }[];
  private readonly firstInterval: IntervalIndex;

  /** `end`: the first interval that no seller reaches. */
  constructor(problem: ClearingProblem, end: IntervalIndex) {
    this.firstInterval = problem.firstInterval;
    const length = Math.max(0, end - problem.firstInterval);
    this.limits = problem.capacities.map((capacity) => ({
      gridNode: capacity.gridNode,
      node: limitedNode(capacity, problem, length),
    }));
  }

  /** Narrows, by cell of the seller's reach, the changes that keep every limit above the seller. */
  narrow(seller: Seller, lowest: Float64Array, highest: Float64Array): void {
    const shift = seller.reachFrom - this.firstInterval;
    for (const { netWh, lowestWh, highestWh } of this.above(seller)) {
      for (let cell = Math.max(0, -shift); cell < seller.cells; cell += 1) {
        const net = netWh[shift + cell]!;
        lowest[cell] = Math.max(lowest[cell]!, lowestWh[shift + cell]! - net);
        highest[cell] = Math.min(highest[cell]!, highestWh[shift + cell]! - net);
      }
    }
  }

  /** Enters (`times` 1) or takes back (-1) the changes of a seller, by cell of its reach. */
  enter(seller: Seller, changesWh: Float64Array, times: 1 | -1): void {
    const shift = seller.reachFrom - this.firstInterval;
    for (const { netWh } of this.above(seller)) {
      for (let cell = Math.max(0, -shift); cell < seller.cells; cell += 1) {
        netWh[shift + cell] = netWh[shift + cell]! + times * changesWh[cell]!;
      }
    }
  }

  private above(seller: Seller): LimitedNode[] {
    return this.limits
      .filter(({ gridNode }) => isAtOrBelow(seller.gridNode, gridNode))
      .map(({ node }) => node);
  }
}

function limitedNode(capacity: GridCapacity, problem: ClearingProblem, length: number): LimitedNode {
  const netWh = new Float64Array(length);
  for (const { gridNode, interval, changeWh } of problem.committed) {
    const index = interval - problem.firstInterval;
    if (index < 0 || index >= length || !isAtOrBelow(gridNode, capacity.gridNode)) continue;
    netWh[index] = netWh[index]! + changeWh;
  }
  return {
    netWh,
    lowestWh: netWh.map((net) => Math.min(-(capacity.importWh ?? Infinity), net)),
    highestWh: netWh.map((net) => Math.max(capacity.exportWh ?? Infinity, net)),
  };
}
