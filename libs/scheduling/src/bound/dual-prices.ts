import type { IntervalIndex } from '#flexoffer';
import type { ClearingProblem } from '../clearing.js';
import { isAtOrBelow } from '../grid-node.js';
import type { Request } from '../search/request-book.js';

/** One limited node in one interval: how far the net change of this gate may go, and what going there costs. */
export interface NodeLimit {
  readonly gridNode: string;
  readonly interval: IntervalIndex;
  /** At most 0 and at least 0; infinite where there is no limit. */
  readonly lowestWh: number;
  readonly highestWh: number;
}

/**
 * What is scarce and shared by sellers: the energy of each request and the capacity of each limited node. Each gets a
 * price that a seller pays for using it, at least 0, in micro per kWh (Lagrange multipliers).
 */
export class DualPrices {
  readonly limits: readonly NodeLimit[];
  /** What a Wh sold to a request gives up, by index of the request. */
  readonly request: Float64Array;
  /** What a Wh of change upwards (`export`) and downwards (`import`) costs, by index of the limit. */
  readonly export: Float64Array;
  readonly import: Float64Array;

  constructor(
    readonly requests: readonly Request[],
    private readonly problem: ClearingProblem,
    private readonly end: IntervalIndex,
  ) {
    this.limits = nodeLimits(problem, end);
    this.request = new Float64Array(requests.length);
    this.export = new Float64Array(this.limits.length);
    this.import = new Float64Array(this.limits.length);
  }

  /** The limited nodes at or above a node, by their places among the capacities. */
  limitsAbove(gridNode: string): number[] {
    return this.problem.capacities.flatMap((capacity, place) =>
      isAtOrBelow(gridNode, capacity.gridNode) ? [place] : [],
    );
  }

  /** The index of a node's limit in an interval; undefined where nothing can change any more. */
  limitAt(place: number, interval: IntervalIndex): number | undefined {
    const { firstInterval } = this.problem;
    if (interval < firstInterval || interval >= this.end) return undefined;
    return place * (this.end - firstInterval) + interval - firstInterval;
  }

  /** What all that is scarce is worth at these prices, in Wh times micro per kWh. */
  worthOfAll(): number {
    let worth = 0;
    this.requests.forEach(({ askedWh }, index) => (worth += askedWh * this.request[index]!));
    this.limits.forEach(({ lowestWh, highestWh }, index) => {
      if (this.export[index]! > 0) worth += highestWh * this.export[index]!;
      if (this.import[index]! > 0) worth -= lowestWh * this.import[index]!;
    });
    return worth;
  }

  /** Moves every price along what was used beyond what there is; none falls below 0. */
  move(step: number, excess: Excess): void {
    for (let index = 0; index < this.request.length; index += 1)
      this.request[index] = Math.max(0, this.request[index]! + step * excess.request[index]!);
    for (let index = 0; index < this.limits.length; index += 1) {
      this.export[index] = Math.max(0, this.export[index]! + step * excess.export[index]!);
      this.import[index] = Math.max(0, this.import[index]! + step * excess.import[index]!);
    }
  }
}

/** Use minus what there is, in Wh; the subgradient of the bound, with its sign turned. */
export interface Excess {
  readonly request: Float64Array;
  readonly export: Float64Array;
  readonly import: Float64Array;
}

function nodeLimits(problem: ClearingProblem, end: IntervalIndex): NodeLimit[] {
  return problem.capacities.flatMap(({ gridNode, importWh = Infinity, exportWh = Infinity }) => {
    const before = new Map<IntervalIndex, number>();
    for (const entry of problem.committed)
      if (isAtOrBelow(entry.gridNode, gridNode))
        before.set(entry.interval, (before.get(entry.interval) ?? 0) + entry.changeWh);
    const limits: NodeLimit[] = [];
    for (let interval = problem.firstInterval; interval < end; interval += 1) {
      const net = before.get(interval) ?? 0;
      limits.push({
        gridNode,
        interval,
        lowestWh: Math.min(0, -importWh - net),
        highestWh: Math.max(0, exportWh - net),
      });
    }
    return limits;
  });
}
