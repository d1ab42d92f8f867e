/**
 * FMAN to itself: these have traded, and their members' schedules are on their way to the devices. What is left is to
 * write it into each member's own record.
 */
export interface AggregatesTraded {
  readonly aggregateIds: readonly string[];
}
