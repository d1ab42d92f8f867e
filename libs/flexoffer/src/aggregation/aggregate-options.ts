/** How many and how different offers may go together, and who offers the result. */
export interface AggregateOptions {
  /** How many labels of a grid node's path make the zone that an aggregate covers. */
  readonly zoneDepth: number;
  /** By how many intervals the earliest starts within one aggregate may differ; 0: not at all. */
  readonly startToleranceIntervals: number;
  /** By how many intervals the widths of the start windows may differ: what exceeds the narrowest is lost. */
  readonly timeFlexibilityToleranceIntervals: number;
  /** The participant that offers the aggregates. */
  readonly aggregatorId: string;
}
