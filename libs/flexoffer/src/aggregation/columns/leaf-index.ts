import type { Leaf, LeafKey } from './leaf.js';

const EMPTY = -1;
const REMOVED = -2;
const SMALLEST = 64;

/** Finds leaves by their four numbers: a hash table with open addressing, because every single member is looked up. */
export class LeafIndex {
  private cells = new Int32Array(SMALLEST).fill(EMPTY);
  private live = 0;
  /** Cells that are not empty: leaves and removed ones. */
  private filled = 0;

  /** @param leaves by number; those in the table are there */
  constructor(private readonly leaves: readonly (Leaf | undefined)[]) {}

  find(category: number, cell: number, before: number, after: number): Leaf | undefined {
    const { cells, leaves } = this;
    const mask = cells.length - 1;
    for (let at = hash(category, cell, before, after) & mask; ; at = (at + 1) & mask) {
      const number = cells[at]!;
      if (number === EMPTY) return undefined;
      const leaf = number === REMOVED ? undefined : leaves[number];
      if (leaf === undefined) continue;
      if (leaf.after === after && leaf.cell === cell && leaf.category === category && leaf.before === before)
        return leaf;
    }
  }

  add(leaf: Leaf): void {
    if (2 * (this.filled + 1) > this.cells.length) this.rebuild();
    this.place(leaf);
    this.live += 1;
  }

  remove(leaf: Leaf): void {
    const { cells } = this;
    const mask = cells.length - 1;
    let at = hashOf(leaf) & mask;
    while (cells[at] !== leaf.number) at = (at + 1) & mask;
    cells[at] = REMOVED;
    this.live -= 1;
  }

  private place(leaf: Leaf): void {
    const { cells } = this;
    const mask = cells.length - 1;
    let at = hashOf(leaf) & mask;
    while (cells[at] !== EMPTY) at = (at + 1) & mask;
    cells[at] = leaf.number;
    this.filled += 1;
  }

  private rebuild(): void {
    const old = this.cells;
    let size = SMALLEST;
    while (size < 4 * (this.live + 1)) size *= 2;
    this.cells = new Int32Array(size).fill(EMPTY);
    this.filled = 0;
    for (const number of old) {
      const leaf = number < 0 ? undefined : this.leaves[number];
      if (leaf !== undefined) this.place(leaf);
    }
  }
}

function hashOf({ category, cell, before, after }: LeafKey): number {
  return hash(category, cell, before, after);
}

function hash(category: number, cell: number, before: number, after: number): number {
  let mixed = Math.imul(category, 0x9e3779b1) ^ Math.imul(cell, 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 15) ^ before, 0xc2b2ae35) ^ Math.imul(after, 0x27d4eb2f);
  return mixed ^ (mixed >>> 13);
}
