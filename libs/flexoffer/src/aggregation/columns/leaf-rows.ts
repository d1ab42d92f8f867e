import type { Leaf } from './leaf.js';
import { NUMBERS_PER_UNIT } from './offer-columns.js';

/** Numbers kept for every row beside the sums: how many members start there, and how many have their last interval there. */
export const MARKS_PER_ROW = 2;

const FEWEST_WASTED_ROWS = 4096;

/**
 * The summed profiles of all leaves, in rows of one interval of market time each:
 *
 * ```
 * leaf of the cell 100..104     row 0 = interval 100
 * member from 101  [1..2][1..3]
 * member from 102        [2..4][0..2]
 * sums        0    1..2  3..7  0..2
 * starts      0    1     1     0             the profile begins where the first start is
 * ends        0    0     1     1             and ends where the last end is
 * ```
 * Counting starts and ends is what lets members leave without looking at those that stay.
 */
export class LeafRows {
  /** As in `OfferColumns.energies`: lower bound, default, upper bound of each row. */
  sums = new Float64Array(0);
  marks = new Int32Array(0);
  private usedRows = 0;
  private wastedRows = 0;

  /** Gives the leaf at least so many rows, keeping what is in those that it has. */
  ensure(leaf: Leaf, rows: number): void {
    if (rows <= leaf.rows) return;
    const wanted = Math.max(rows, leaf.rows + (leaf.rows >>> 1));
    const row = this.allocate(wanted);
    const { sums, marks } = this;
    sums.copyWithin(NUMBERS_PER_UNIT * row, ...span(leaf, NUMBERS_PER_UNIT));
    marks.copyWithin(MARKS_PER_ROW * row, ...span(leaf, MARKS_PER_ROW));
    this.wastedRows += leaf.rows;
    leaf.row = row;
    leaf.rows = wanted;
  }

  free(leaf: Leaf): void {
    this.wastedRows += leaf.rows;
    leaf.rows = 0;
  }

  /** Writes the rows of all leaves anew if too much of the arrays is no longer in use. */
  closeGaps(leaves: Iterable<Leaf>): void {
    if (this.wastedRows <= FEWEST_WASTED_ROWS || 2 * this.wastedRows <= this.usedRows) return;
    const { sums, marks } = this;
    const live = this.usedRows - this.wastedRows;
    this.resize(live);
    let row = 0;
    for (const leaf of leaves) {
      this.sums.set(sums.subarray(...span(leaf, NUMBERS_PER_UNIT)), NUMBERS_PER_UNIT * row);
      this.marks.set(marks.subarray(...span(leaf, MARKS_PER_ROW)), MARKS_PER_ROW * row);
      leaf.row = row;
      row += leaf.rows;
    }
    this.usedRows = row;
    this.wastedRows = 0;
  }

  private allocate(rows: number): number {
    const row = this.usedRows;
    this.usedRows += rows;
    if (NUMBERS_PER_UNIT * this.usedRows > this.sums.length) {
      const { sums, marks } = this;
      this.resize(this.usedRows);
      this.sums.set(sums);
      this.marks.set(marks);
    }
    return row;
  }

  private resize(rows: number): void {
    const reserved = rows + (rows >>> 1) + 16;
    this.sums = new Float64Array(NUMBERS_PER_UNIT * reserved);
    this.marks = new Int32Array(MARKS_PER_ROW * reserved);
  }
}

/** The first number of the leaf's rows and the one after its last. */
function span({ row, rows }: Leaf, numbersPerRow: number): [number, number] {
  return [numbersPerRow * row, numbersPerRow * (row + rows)];
}
