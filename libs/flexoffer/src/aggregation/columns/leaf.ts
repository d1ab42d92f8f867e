import type { IntervalIndex } from '../../time.js';

/** What all members of a leaf share. */
export interface LeafKey {
  readonly category: number;
  /** Which cell of anchors: floor(anchor / width of a cell). */
  readonly cell: number;
  readonly before: number;
  readonly after: number;
}

/** No member. */
export const NOBODY = -1;

/**
 * Offers of one category that are aligned in one cell of time and have the very same time flexibility: the smallest
 * part of a group. It knows the sum of its members, so that groups can be made from leaves without looking at members.
 */
export class Leaf implements LeafKey {
  count = 0;
  /** Sum over the members, see `Placement`. */
  offeredWh = 0;
  /** The slot of the member that came last; the others follow by `Leaves.next`. */
  firstMember = NOBODY;
  /** Whether members came or went since the groups were last made. */
  isTouched = false;
  /** Where its rows lie in `LeafRows`, and how many there are. */
  row = 0;
  rows = 0;
  readonly category: number;
  readonly cell: number;
  readonly before: number;
  readonly after: number;

  constructor(
    key: LeafKey,
    /** Its place in the list of leaves. */
    readonly number: number,
    /** The interval of its first row: the first of its cell, so that it stays whoever comes and goes. */
    readonly base: IntervalIndex,
  ) {
    this.category = key.category;
    this.cell = key.cell;
    this.before = key.before;
    this.after = key.after;
  }
}
