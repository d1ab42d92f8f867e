import type { IntervalIndex } from '#flexoffer';
import type { ClearingProblem } from '../clearing.js';
import { pathTo } from '../grid-node.js';
import { RequestBook, type Request } from '../search/request-book.js';
import { readSeller, type Seller } from '../search/seller.js';
import type { Position } from '../search/sweeps.js';
import { TransferCosts } from '../transfer-costs.js';

/** Sellers and requests below one node, above which nobody asks for anything and nothing is limited. */
export interface SeparatePart {
  /** The problem with the limits of this part alone. */
  readonly problem: ClearingProblem;
  readonly requests: readonly Request[];
  /** Those who see a request. */
  readonly sellers: readonly Seller[];
  readonly positions: readonly Position[];
  /** The first interval that none of the sellers reaches. */
  readonly end: IntervalIndex;
}

/** The problem in parts that share nothing, so that the bound of the whole is the sum of theirs. */
export function separateParts(problem: ClearingProblem, positions: readonly Position[]): SeparatePart[] {
  const book = new RequestBook(problem);
  const transfer = new TransferCosts(problem.transferPrices);
  const shared = new Set([...book.requests, ...problem.capacities].map(({ gridNode }) => gridNode));
  const topOf = (gridNode: string): string => pathTo(gridNode).find((node) => shared.has(node)) ?? '';
  const requests = grouped(book.requests, ({ gridNode }) => topOf(gridNode));
  const capacities = grouped(problem.capacities, ({ gridNode }) => topOf(gridNode));
  const traded = grouped(positions, ({ seller }) => topOf(seller.gridNode));
  const orders = grouped(problem.sellOrders, ({ gridNode }) => topOf(gridNode));
  return [...requests].map(([top, asked]) => {
    const sellers = (orders.get(top) ?? [])
      .map((order) => readSeller(order, problem.firstInterval, book, transfer.downTo(order.gridNode)))
      .filter((seller) => seller.requests.some((visible) => visible !== undefined));
    return {
      problem: { ...problem, capacities: capacities.get(top) ?? [] },
      requests: asked,
      sellers,
      positions: traded.get(top) ?? [],
      end: sellers.reduce((last, { reachFrom, cells }) => Math.max(last, reachFrom + cells), 0),
    };
  });
}

function grouped<Value>(values: readonly Value[], keyOf: (value: Value) => string): Map<string, Value[]> {
  const groups = new Map<string, Value[]>();
  for (const value of values) {
    const key = keyOf(value);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [value]);
    else group.push(value);
  }
  return groups;
}
