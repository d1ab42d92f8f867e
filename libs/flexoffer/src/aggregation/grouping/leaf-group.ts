import type { Leaf } from '../columns/leaf.js';
import { MARKS_PER_ROW, type LeafRows } from '../columns/leaf-rows.js';
import { NUMBERS_PER_UNIT, type ProfileEnergies } from '../columns/offer-columns.js';
import type { IntervalIndex } from '../../time.js';

/** Summed energies of consecutive intervals. */
export interface SummedProfile extends ProfileEnergies {
  readonly lowerWh: Float64Array;
  readonly defaultWh: Float64Array;
  readonly upperWh: Float64Array;
}

/** What offers that are aligned with one another can do together. */
export interface GroupSum extends SummedProfile {
  /** The earliest anchor of any member: where the summed profile begins if nobody is moved. */
  readonly anchor: IntervalIndex;
  /** By how many intervals all members can start earlier, and later, than at their anchors. */
  readonly before: number;
  readonly after: number;
}

/** What became of the members' flexibility, as sums over the members. */
export interface GroupFlexibility {
  readonly count: number;
  /** Widths of the members' own start windows, in intervals. */
  readonly offeredIntervals: number;
  /** Upper minus lower bounds of the members' slices. */
  readonly offeredWh: number;
  /** Upper minus lower bounds of the sum. */
  readonly keptWh: number;
}

/** Neighbouring leaves that make one offer. Never changes: when a leaf changes, another group takes its place. */
export class LeafGroup implements GroupSum, GroupFlexibility {
  readonly anchor: IntervalIndex;
  readonly before: number;
  readonly after: number;
  readonly count: number;
  readonly offeredIntervals: number;
  readonly offeredWh: number;
  readonly keptWh: number;
  readonly lowerWh: Float64Array;
  readonly defaultWh: Float64Array;
  readonly upperWh: Float64Array;

  /**
   * @param key the same for the same set of members, and different for groups that exist at the same time
   * @param leaves at least one, none of them empty
   */
  constructor(
    readonly key: string,
    readonly leaves: readonly Leaf[],
    rows: LeafRows,
  ) {
    this.before = sumOf(leaves, Infinity, (least, leaf) => Math.min(least, leaf.before));
    this.after = sumOf(leaves, Infinity, (least, leaf) => Math.min(least, leaf.after));
    this.count = sumOf(leaves, 0, (sum, leaf) => sum + leaf.count);
    this.offeredIntervals = sumOf(leaves, 0, (sum, leaf) => sum + leaf.count * (leaf.before + leaf.after));
    this.offeredWh = sumOf(leaves, 0, (sum, leaf) => sum + leaf.offeredWh);
    this.anchor = sumOf(leaves, Infinity, (least, leaf) => Math.min(least, firstInterval(leaf, rows)));
    const end = sumOf(leaves, -Infinity, (last, leaf) => Math.max(last, endInterval(leaf, rows)));
    const length = end - this.anchor;
    const sums = new Float64Array(NUMBERS_PER_UNIT * length);
    this.lowerWh = sums.subarray(0, length);
    this.defaultWh = sums.subarray(length, 2 * length);
    this.upperWh = sums.subarray(2 * length);
    for (const leaf of leaves) this.add(leaf, rows);
    let kept = 0;
    for (let unit = 0; unit < length; unit += 1) kept += this.upperWh[unit]! - this.lowerWh[unit]!;
    this.keptWh = kept;
  }

  private add(leaf: Leaf, { sums }: LeafRows): void {
    const { anchor, lowerWh, defaultWh, upperWh } = this;
    const shift = leaf.base - anchor;
    const end = Math.min(leaf.rows, lowerWh.length - shift);
    for (let row = Math.max(0, -shift); row < end; row += 1) {
      const from = NUMBERS_PER_UNIT * (leaf.row + row);
      lowerWh[row + shift]! += sums[from]!;
      defaultWh[row + shift]! += sums[from + 1]!;
      upperWh[row + shift]! += sums[from + 2]!;
    }
  }
}

function sumOf(leaves: readonly Leaf[], initial: number, step: (sum: number, leaf: Leaf) => number): number {
  return leaves.reduce(step, initial);
}

/** The earliest anchor of the leaf's members. */
function firstInterval(leaf: Leaf, { marks }: LeafRows): IntervalIndex {
  let row = 0;
  while (marks[MARKS_PER_ROW * (leaf.row + row)] === 0) row += 1;
  return leaf.base + row;
}

/** The interval after the last one of any of the leaf's members. */
function endInterval(leaf: Leaf, { marks }: LeafRows): IntervalIndex {
  let row = leaf.rows - 1;
  while (marks[MARKS_PER_ROW * (leaf.row + row) + 1] === 0) row -= 1;
  return leaf.base + row + 1;
}
