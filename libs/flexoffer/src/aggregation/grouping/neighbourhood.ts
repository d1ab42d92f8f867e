import type { Leaf } from '../columns/leaf.js';
import type { LeafRows } from '../columns/leaf-rows.js';
import { BestRuns, fewestRuns } from './best-runs.js';
import { LeafGroup } from './leaf-group.js';
import type { LossCurve } from './share-runs.js';

/** Leaves that differ in their time flexibility alone (and in their start within one cell): any run of them can be a group. */
export class Neighbourhood implements LossCurve {
  groups: readonly LeafGroup[] = [];
  isTouched = false;
  /** The fewest groups that the tolerance allows. */
  fewest = 0;
  private leaves: Leaf[] = [];
  private values: number[] = [];
  private runs = new BestRuns({ values: [], counts: [] }, 0);

  /** @param name the same for the same leaves, whoever came first */
  constructor(
    readonly name: string,
    private readonly tolerance: number,
  ) {}

  add(leaf: Leaf): void {
    this.leaves.push(leaf);
  }

  /** Takes out the leaves that have no members left, and answers them. */
  takeEmptyLeaves(): Leaf[] {
    const empty = this.leaves.filter(({ count }) => count === 0);
    if (empty.length > 0) this.leaves = this.leaves.filter(({ count }) => count > 0);
    return empty;
  }

  get isEmpty(): boolean {
    return this.leaves.length === 0;
  }

  /** Looks at the leaves again after they have changed. */
  measure(): void {
    this.leaves.sort((a, b) => a.after - b.after || a.before - b.before);
    const values: number[] = [];
    const counts: number[] = [];
    for (const { after, count } of this.leaves) {
      const last = values.length - 1;
      if (values[last] === after) counts[last]! += count;
      else {
        values.push(after);
        counts.push(count);
      }
    }
    this.values = values;
    this.fewest = fewestRuns(values, this.tolerance);
    this.runs = new BestRuns({ values, counts }, this.tolerance);
  }

  /** What all members together lose with so many groups. */
  lossWith(groups: number): number {
    return this.runs.lossWith(groups);
  }

  /** Makes the groups anew; those in which nothing has changed stay the same objects. */
  regroup(count: number, rows: LeafRows): void {
    const firstValues = this.runs.firstValues(count);
    const known = new Map(this.groups.map((group) => [group.key, group]));
    this.groups = firstValues.map((first, index) => {
      const next = this.values[firstValues[index + 1] ?? Infinity] ?? Infinity;
      const smallest = this.values[first]!;
      const leaves = this.leaves.filter(({ after }) => after >= smallest && after < next);
      const key = `${this.name} ${smallest}`;
      const old = known.get(key);
      return old !== undefined && isUnchanged(old, leaves) ? old : new LeafGroup(key, leaves, rows);
    });
    for (const leaf of this.leaves) leaf.isTouched = false;
    this.isTouched = false;
  }
}

function isUnchanged({ leaves: before }: LeafGroup, leaves: readonly Leaf[]): boolean {
  return (
    before.length === leaves.length &&
    leaves.every((leaf, index) => !leaf.isTouched && leaf === before[index])
  );
}
