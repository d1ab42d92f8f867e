import type { Leaf } from '../columns/leaf.js';
import { Leaves } from '../columns/leaves.js';
import type { OfferColumns } from '../columns/offer-columns.js';
import type { LeafGroup } from './leaf-group.js';
import { Neighbourhood } from './neighbourhood.js';
import { shareRuns } from './share-runs.js';

/** How different members of one group may be, and how many groups there may be. */
export interface GroupingLimits {
  /** By how many intervals the anchors of one group may differ; 0: not at all. */
  readonly startTolerance: number;
  /** By how many intervals `before`, and `after`, of one group may differ. */
  readonly timeFlexibilityTolerance: number;
  /**
   * Where there may be more groups than the tolerances need, the further ones go where they keep most time
   * flexibility. The tolerances go first: with too small a number there are more groups. Absent: as few as possible.
   */
  readonly mostGroups?: number;
}

/** Groups before and after changes of the offers. */
export interface GroupChanges {
  /** New groups, and those whose members or sums have changed. */
  readonly changed: readonly LeafGroup[];
  /** Groups that are no more; one of the same key may be among the changed. */
  readonly gone: readonly LeafGroup[];
}

/**
 * Keeps the groups of a changing set of offers in columns. The groups depend on the set alone, never on who came first
 * or on who was there before:
 *
 * ```
 * start    |        cell 0         |        cell 1         |       a cell is startTolerance + 1 intervals wide
 * leaves   | 0  1  2  3  4  ... 24 | 0  1  2  3  4  ... 24 |       one for each time flexibility
 * groups   |[0  1][2  3  4]  [24]  |[0][1  2  3][4]        |       cut where least is lost
 * ```
 * Offers come and go with `insert` and `remove`; `refresh` brings the groups of the leaves that were touched up to
 * date. Neither looks at any other member.
 */
export class Grouping {
  private readonly leaves: Leaves;
  private readonly neighbourhoods = new Map<string, Neighbourhood>();
  private readonly neighbourhoodOf = new Map<Leaf, Neighbourhood>();
  private readonly touched = new Set<Neighbourhood>();
  private readonly limits: GroupingLimits;

  /** @param nameOf the name of a category; the same for the same kind of offers in whatever order they come */
  constructor(
    columns: OfferColumns,
    limits: GroupingLimits,
    private readonly nameOf: (category: number) => string,
  ) {
    this.limits = limits;
    this.leaves = new Leaves(columns, limits.startTolerance + 1, (leaf) => this.welcome(leaf));
  }

  /** Takes in the offer of a slot of the columns. */
  insert(slot: number): void {
    this.touch(this.leaves.insert(slot));
  }

  /** Takes out the offer of a slot; the columns must still have it. */
  remove(slot: number): void {
    this.touch(this.leaves.remove(slot));
  }

  /** Makes the groups anew where something has changed. */
  refresh(): GroupChanges {
    if (this.touched.size === 0) return { changed: [], gone: [] };
    const before = new Map([...this.touched].map((each) => [each, each.groups]));
    for (const neighbourhood of this.touched) this.sweep(neighbourhood);
    const counts = this.groupCounts();
    this.touched.clear();
    for (const [neighbourhood, count] of counts) {
      if (!neighbourhood.isTouched && neighbourhood.groups.length === count) continue;
      before.set(neighbourhood, neighbourhood.groups);
      neighbourhood.regroup(count, this.leaves.rows);
    }
    this.leaves.closeGaps();
    return changesSince(before);
  }

  /** All groups as of the last refresh, by key. */
  groups(): LeafGroup[] {
    const groups = [...this.neighbourhoods.values()].flatMap((each) => each.groups);
    return groups.sort((a, b) => (a.key < b.key ? -1 : 1));
  }

  /** The slots of the members of a group, in no particular order. */
  *members({ leaves }: LeafGroup): Generator<number, void> {
    for (const leaf of leaves) yield* this.leaves.members(leaf);
  }

  /** For every slot in use, the number of its leaf. */
  leafNumbers(): Int32Array {
    return this.leaves.leafNumbers();
  }

  private touch(leaf: Leaf): void {
    if (leaf.isTouched) return;
    leaf.isTouched = true;
    const neighbourhood = this.neighbourhoodOf.get(leaf);
    if (neighbourhood === undefined) throw new Error('a leaf without a neighbourhood');
    neighbourhood.isTouched = true;
    this.touched.add(neighbourhood);
  }

  private welcome(leaf: Leaf): void {
    const { timeFlexibilityTolerance } = this.limits;
    const beforeCell = Math.floor(leaf.before / (timeFlexibilityTolerance + 1));
    const name = `${this.nameOf(leaf.category)} ${leaf.cell} ${beforeCell}`;
    let neighbourhood = this.neighbourhoods.get(name);
    if (neighbourhood === undefined) {
      neighbourhood = new Neighbourhood(name, timeFlexibilityTolerance);
      this.neighbourhoods.set(name, neighbourhood);
    }
    neighbourhood.add(leaf);
    this.neighbourhoodOf.set(leaf, neighbourhood);
  }

  private sweep(neighbourhood: Neighbourhood): void {
    for (const leaf of neighbourhood.takeEmptyLeaves()) {
      this.leaves.drop(leaf);
      this.neighbourhoodOf.delete(leaf);
    }
    if (neighbourhood.isEmpty) this.neighbourhoods.delete(neighbourhood.name);
    else neighbourhood.measure();
  }

  /** How many groups there should be, wherever that may have changed. */
  private groupCounts(): ReadonlyMap<Neighbourhood, number> {
    const { mostGroups } = this.limits;
    if (mostGroups === undefined) {
      const touched = [...this.touched].filter((neighbourhood) => !neighbourhood.isEmpty);
      return new Map(touched.map((neighbourhood) => [neighbourhood, neighbourhood.fewest]));
    }
    const all = [...this.neighbourhoods.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
    const spare = mostGroups - all.reduce((sum, { fewest }) => sum + fewest, 0);
    const shares = shareRuns(all, spare);
    return new Map(all.map((neighbourhood, index) => [neighbourhood, shares[index]!]));
  }
}

function changesSince(before: ReadonlyMap<Neighbourhood, readonly LeafGroup[]>): GroupChanges {
  const changed: LeafGroup[] = [];
  const gone: LeafGroup[] = [];
  for (const [neighbourhood, old] of before) {
    const now = neighbourhood.isEmpty ? [] : neighbourhood.groups;
    changed.push(...now.filter((group) => !old.includes(group)));
    gone.push(...old.filter((group) => !now.includes(group)));
  }
  return { changed, gone };
}
