import type { Instant, IntervalIndex, WattHours } from '#flexoffer';

/**
 * What one arrival brought of one meter for some successive quarter-hours of a UTC day. Blocks are never changed; what is
 * known at an instant follows from all that had arrived by then.
 */
export interface ReadingBlock {
  readonly first: IntervalIndex;
  /** By place after `first`: an index in `ORIGINS`, 0 where the block says nothing. */
  readonly origins: Uint8Array;
  /** Wh from the grid, by place; absent: the arrival said nothing of this direction. */
  readonly importWh?: Float64Array;
  /** Wh into the grid. */
  readonly exportWh?: Float64Array;
  /** When the sender made it; absent: the sender did not say, and the time of arrival counts. */
  readonly createdAt?: Instant;
  /** When it arrived. */
  readonly knownAt: Instant;
  /** Higher than that of every block before it that it overlaps. */
  readonly version: number;
}

/** One value, of one direction or both, as it arrives. */
export interface ArrivingReading {
  readonly interval: IntervalIndex;
  readonly importWh?: WattHours;
  readonly exportWh?: WattHours;
  /** Index in `ORIGINS`. */
  readonly origin: number;
  /** As in `ReadingBlock`. */
  readonly createdAt?: Instant;
}

/** Blocks end with the UTC day, so that what overlaps a quarter-hour is found among the last 96. */
export const INTERVALS_A_BLOCK = 96;

/** Both directions of a block or a reading. */
export const DIRECTIONS = ['importWh', 'exportWh'] as const;
export type Direction = (typeof DIRECTIONS)[number];

/** When what a block says was made. */
export const creationOf = (block: ReadingBlock): Instant => block.createdAt ?? block.knownAt;
