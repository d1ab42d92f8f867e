import type { FlexOffer } from '../../flex-offer.js';
import { aggregateOf, type Aggregate } from '../aggregate-of.js';
import type { AggregateOptions } from '../aggregate-options.js';
import { byId } from '../by-id.js';
import { OfferColumns } from '../columns/offer-columns.js';
import { Grouping } from '../grouping/grouping.js';
import type { GroupFlexibility, GroupSum, LeafGroup } from '../grouping/leaf-group.js';
import { offerPacker, type PackedOffer } from '../packed-offer.js';
import { Categories } from './categories.js';
import { limitsOf, type GroupBounds } from './group-bounds.js';
import { packInOrder } from './pack-in-order.js';
import { PackedGroup } from './packed-group.js';

export interface PortfolioOptions extends AggregateOptions {
  /** Absent: groups of any size. */
  readonly bounds?: GroupBounds;
}

/** One group of offers of a portfolio with what its members can do together; replaced by another when that changes. */
export interface OfferGroup extends GroupSum, GroupFlexibility {
  /** The same for the same members, and different for groups that exist at the same time. */
  readonly key: string;
}

/** What happened to the groups since somebody last asked. */
export interface PortfolioChanges {
  /** By key: new groups, and those whose members, or what they can do, have changed. */
  readonly changed: readonly OfferGroup[];
  /** Keys of groups that are no more. */
  readonly goneKeys: readonly string[];
}

/** What became of a group of leaves under the bounds. */
interface Parts {
  readonly groups: readonly (LeafGroup | PackedGroup)[];
  readonly leftovers: readonly number[];
}

/**
 * Offers that come, change and go, in groups that depend on nothing but the offers that are there now.
 *
 * Each change costs what the profile of its offer costs, and the next look at the groups what the profiles of the
 * touched ones cost; other members are not looked at. Three things cost more: `aggregateOf` asks every member of its
 * one group for deadlines, prices and id; with `bounds` every touched group is packed again, which takes
 * n log n of its members; and with `mostGroups` each look compares all neighbourhoods of groups.
 */
export class Portfolio {
  private readonly columns = new OfferColumns();
  private readonly categories = new Categories();
  private readonly grouping: Grouping;
  private readonly pack: (offer: FlexOffer) => PackedOffer;
  private readonly slots = new Map<string, number>();
  private readonly offers: (FlexOffer | undefined)[] = [];
  private readonly parts = new Map<LeafGroup, Parts>();
  private readonly current = new Map<string, PackedGroup | LeafGroup>();
  /** What there was under each key that has been touched since somebody last asked for changes. */
  private readonly before = new Map<string, OfferGroup | undefined>();

  constructor(private readonly options: PortfolioOptions) {
    const { startToleranceIntervals, timeFlexibilityToleranceIntervals, mostGroups } = options;
    const limits = {
      startTolerance: startToleranceIntervals,
      timeFlexibilityTolerance: timeFlexibilityToleranceIntervals,
      ...(mostGroups === undefined ? {} : { mostGroups }),
    };
    this.pack = offerPacker(options);
    this.grouping = new Grouping(this.columns, limits, (category) => this.categories.nameOf(category));
  }

  get size(): number {
    return this.slots.size;
  }

  /** Takes in an offer, in the place of the one with its id if there is one. It must have passed the acceptance rules. */
  put(offer: FlexOffer): void {
    const { category, placement, energies } = this.pack(offer);
    this.remove(offer.id);
    const slot = this.columns.add({ ...placement, category: this.categories.acquire(category) }, energies);
    this.slots.set(offer.id, slot);
    this.offers[slot] = offer;
    this.grouping.insert(slot);
  }

  /** Takes an offer out; answers whether it was there. */
  remove(id: string): boolean {
    const slot = this.slots.get(id);
    if (slot === undefined) return false;
    this.grouping.remove(slot);
    this.categories.release(this.columns.category[slot]!);
    this.columns.remove(slot);
    this.slots.delete(id);
    this.offers[slot] = undefined;
    return true;
  }

  /** All groups, by key. */
  groups(): OfferGroup[] {
    this.refresh();
    return [...this.current.values()].sort(byKey);
  }

  /** The offers that fit into no group within the bounds, by id; no group has them. None without bounds. */
  leftovers(): FlexOffer[] {
    this.refresh();
    return [...this.parts.values()].flatMap(({ leftovers }) => this.offersOf(leftovers)).sort(byId);
  }

  /** What has changed since the last call, or since there was nothing. */
  takeChanges(): PortfolioChanges {
    this.refresh();
    const changed: OfferGroup[] = [];
    const goneKeys: string[] = [];
    for (const [key, before] of this.before) {
      const now = this.current.get(key);
      if (now === undefined && before !== undefined) goneKeys.push(key);
      if (now !== undefined && now !== before) changed.push(now);
    }
    this.before.clear();
    return { changed: changed.sort(byKey), goneKeys: goneKeys.sort() };
  }

  /**
   * The members of a group, by id.
   *
   * @throws RangeError if the group has changed since it was answered
   */
  membersOf(group: OfferGroup): FlexOffer[] {
    this.refresh();
    const current = this.current.get(group.key);
    if (current === undefined || !Object.is(current, group))
      throw new RangeError(`the group ${group.key} is not as it was`);
    const slots = current instanceof PackedGroup ? current.slots : this.grouping.members(current);
    return this.offersOf(slots).sort(byId);
  }

  /**
   * The offer that stands for a group.
   *
   * @throws RangeError if the group has changed since it was answered
   */
  aggregateOf(group: OfferGroup): Aggregate {
    const members = this.membersOf(group).map((offer) => ({
      offer,
      offsetIntervals: this.columns.anchor[this.slotOf(offer)]! - group.anchor,
    }));
    return aggregateOf(group, members, this.options);
  }

  private refresh(): void {
    const { changed, gone } = this.grouping.refresh();
    this.categories.sweep();
    for (const group of gone) {
      for (const { key } of this.parts.get(group)?.groups ?? []) {
        this.remember(key);
        this.current.delete(key);
      }
      this.parts.delete(group);
    }
    for (const group of changed) {
      const parts = this.split(group);
      this.parts.set(group, parts);
      for (const part of parts.groups) {
        this.remember(part.key);
        this.current.set(part.key, part);
      }
    }
  }

  /** A group of leaves as groups within the bounds. */
  private split(group: LeafGroup): Parts {
    const { bounds } = this.options;
    if (bounds === undefined) return { groups: [group], leftovers: [] };
    const slots = this.offersOf(this.grouping.members(group))
      .sort(byId)
      .map((offer) => this.slotOf(offer));
    const { bins, leftovers } = packInOrder(slots, limitsOf(bounds, this.columns));
    const groups = bins.map((bin, index) => new PackedGroup(`${group.key} ${index}`, bin, this.columns));
    return { groups, leftovers };
  }

  private remember(key: string): void {
    if (!this.before.has(key)) this.before.set(key, this.current.get(key));
  }

  private slotOf({ id }: FlexOffer): number {
    const slot = this.slots.get(id);
    if (slot === undefined) throw new Error(`no offer ${id}`);
    return slot;
  }

  private offersOf(slots: Iterable<number>): FlexOffer[] {
    return Array.from(slots, (slot) => {
      const offer = this.offers[slot];
      if (offer === undefined) throw new Error(`no offer in slot ${slot}`);
      return offer;
    });
  }
}

function byKey(a: OfferGroup, b: OfferGroup): number {
  return a.key < b.key ? -1 : 1;
}
