import type { Fault } from '#flexoffer';

/** How a method did when it was held against a meter's past (see `backTest`). */
export interface BaselineCheck {
  /** Of the baseline. */
  readonly method: string;
  /** ISO 8601, UTC. */
  readonly checkedAt: string;
  /** The limits that it broke, each with what was measured; none: it may be settled by. */
  readonly faults: readonly Fault[];
}
