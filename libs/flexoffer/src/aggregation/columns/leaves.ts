import { Leaf, NOBODY } from './leaf.js';
import { LeafIndex } from './leaf-index.js';
import { LeafRows, MARKS_PER_ROW } from './leaf-rows.js';
import { longer } from './longer.js';
import { NUMBERS_PER_UNIT, type OfferColumns } from './offer-columns.js';

/**
 * The leaves of a set of offers. An offer comes or goes at the cost of its own profile: one leaf is looked up, and
 * the profile is added to its sums or taken away. Sums are whole numbers below 2^53, so nothing is lost on the way.
 */
export class Leaves {
  readonly rows = new LeafRows();
  private readonly byNumber: (Leaf | undefined)[] = [];
  private readonly freeNumbers: number[] = [];
  private readonly index = new LeafIndex(this.byNumber);
  /** Of each slot. */
  private leafOfSlot = new Int32Array(0);
  private nextMember = new Int32Array(0);
  private previousMember = new Int32Array(0);

  /**
   * @param cellWidth intervals of one cell: anchors of one leaf differ by less
   * @param onNew told of every leaf that comes into being
   */
  constructor(
    private readonly columns: OfferColumns,
    private readonly cellWidth: number,
    private readonly onNew: (leaf: Leaf) => void,
  ) {}

  /** Puts the offer of a slot into its leaf. */
  insert(slot: number): Leaf {
    if (slot >= this.leafOfSlot.length) this.widen();
    const leaf = this.leafFor(slot);
    this.leafOfSlot[slot] = leaf.number;
    this.previousMember[slot] = NOBODY;
    this.nextMember[slot] = leaf.firstMember;
    if (leaf.firstMember !== NOBODY) this.previousMember[leaf.firstMember] = slot;
    leaf.firstMember = slot;
    this.rows.ensure(leaf, this.columns.anchor[slot]! - leaf.base + this.columns.length[slot]!);
    this.addUp(leaf, slot, 1);
    return leaf;
  }

  /** Takes the offer of a slot out of its leaf; the columns must still have it. */
  remove(slot: number): Leaf {
    const leaf = this.leafOf(slot);
    const previous = this.previousMember[slot]!;
    const next = this.nextMember[slot]!;
    if (previous === NOBODY) leaf.firstMember = next;
    else this.nextMember[previous] = next;
    if (next !== NOBODY) this.previousMember[next] = previous;
    this.addUp(leaf, slot, -1);
    return leaf;
  }

  /** Forgets a leaf that has no members left. */
  drop(leaf: Leaf): void {
    this.index.remove(leaf);
    this.rows.free(leaf);
    this.byNumber[leaf.number] = undefined;
    this.freeNumbers.push(leaf.number);
  }

  /** Gives back memory that dropped and grown leaves left behind. */
  closeGaps(): void {
    this.rows.closeGaps(this.all());
  }

  leafOf(slot: number): Leaf {
    const leaf = this.byNumber[this.leafOfSlot[slot]!];
    if (leaf === undefined) throw new Error(`slot ${slot} is in no leaf`);
    return leaf;
  }

  /** The number of the leaf of every slot in use. */
  leafNumbers(): Int32Array {
    return this.leafOfSlot;
  }

  /** The slots of a leaf's members, in no particular order. */
  *members(leaf: Leaf): Generator<number, void> {
    for (let slot = leaf.firstMember; slot !== NOBODY; slot = this.nextMember[slot]!) yield slot;
  }

  private *all(): Generator<Leaf, void> {
    for (const leaf of this.byNumber) if (leaf !== undefined) yield leaf;
  }

  private leafFor(slot: number): Leaf {
    const { category, anchor, before, after } = this.columns;
    const cell = Math.floor(anchor[slot]! / this.cellWidth);
    const found = this.index.find(category[slot]!, cell, before[slot]!, after[slot]!);
    if (found !== undefined) return found;
    const key = { category: category[slot]!, cell, before: before[slot]!, after: after[slot]! };
    const leaf = new Leaf(key, this.freeNumbers.pop() ?? this.byNumber.length, cell * this.cellWidth);
    this.byNumber[leaf.number] = leaf;
    this.index.add(leaf);
    this.onNew(leaf);
    return leaf;
  }

  /** The inner loop of all aggregation: the numbers of a profile and of the rows below it lie in the same order. */
  private addUp(leaf: Leaf, slot: number, sign: 1 | -1): void {
    const { columns, rows } = this;
    const length = columns.length[slot]!;
    const first = leaf.row + columns.anchor[slot]! - leaf.base;
    const { sums, marks } = rows;
    const { energies } = columns;
    let to = NUMBERS_PER_UNIT * first;
    let from = NUMBERS_PER_UNIT * columns.offset[slot]!;
    for (const end = from + NUMBERS_PER_UNIT * length; from < end; from += 3, to += 3) {
      sums[to]! += sign * energies[from]!;
      sums[to + 1]! += sign * energies[from + 1]!;
      sums[to + 2]! += sign * energies[from + 2]!;
    }
    marks[MARKS_PER_ROW * first]! += sign;
    marks[MARKS_PER_ROW * (first + length - 1) + 1]! += sign;
    leaf.count += sign;
    leaf.offeredWh += sign * columns.offeredWh[slot]!;
  }

  private widen(): void {
    const size = this.columns.category.length;
    this.leafOfSlot = longer(this.leafOfSlot, size);
    this.nextMember = longer(this.nextMember, size);
    this.previousMember = longer(this.previousMember, size);
  }
}
