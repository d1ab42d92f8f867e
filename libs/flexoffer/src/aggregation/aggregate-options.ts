import type { Alignment } from './alignment.js';
import type { Tolerances } from './dimensions.js';

/** How many and how different offers may go together, and who offers the result. */
export interface AggregateOptions {
  /** How many labels of a grid node's path make the zone that an aggregate covers. */
  readonly zoneDepth: number;
  /** By how many intervals the starts at which members are aligned may differ within one aggregate; 0: not at all. */
  readonly startToleranceIntervals: number;
  /** By how many intervals the widths of the start windows may differ: what exceeds the narrowest is lost. */
  readonly timeFlexibilityToleranceIntervals: number;
  /** The participant that offers the aggregates. */
  readonly aggregatorId: string;
  /** In what else, and by how much, members may differ; absent: equal asked prices, and nothing else matters. */
  readonly tolerances?: Tolerances;
  /**
   * 'mixed': offers of all kinds go together, each with what is certainly feasible of it (`innerBox`). 'apart': an offer
   * with more than slice bounds stays alone and keeps all its constraints. Absent: 'mixed'.
   */
  readonly kinds?: 'mixed' | 'apart';
  /** Absent: 'start'. */
  readonly alignment?: Alignment;
  /**
   * Up to so many aggregates, where more of them keep more time flexibility. The tolerances go first: what they keep
   * apart stays apart. Absent: as few aggregates as the tolerances allow.
   */
  readonly mostGroups?: number;
}

const EQUAL_PRICES: Tolerances = { priceUp: 0, priceDown: 0 };

/** The tolerances that are meant. */
export function tolerancesOf({ tolerances = EQUAL_PRICES }: AggregateOptions): Tolerances {
  return tolerances;
}
