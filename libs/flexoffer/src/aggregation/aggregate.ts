import type { FlexOffer } from '../flex-offer.js';
import { aggregateOf, type Aggregate } from './aggregate-of.js';
import type { AggregateOptions } from './aggregate-options.js';
import { groupKey } from './group-key.js';

/**
 * Few offers for many. Offers go together that lie in one zone, have the same direction and asked price, and start
 * and flex about the same time (see `groupKey`); each offer is in exactly one aggregate. Start-aligned: all members
 * of an aggregate move together, each keeping its distance from the first. Energy bounds add up exactly; offers with
 * a total energy or a variable duration stay alone, because bounds and totals added separately would promise what
 * the members cannot do.
 *
 * The same aggregates, ordered by id, for any order of `offers`. Offers must have passed the acceptance rules.
 * Throws if two offers have one id.
 */
export function aggregate(offers: readonly FlexOffer[], options: AggregateOptions): Aggregate[] {
  const sorted = offers.toSorted(byId);
  sorted.forEach((offer, index) => {
    if (index > 0 && sorted[index - 1]?.id === offer.id)
      throw new Error(`two offers have the id ${offer.id}`);
  });
  const groups = new Map<string, FlexOffer[]>();
  for (const offer of sorted) {
    const key = groupKey(offer, options);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [offer]);
    else group.push(offer);
  }
  return [...groups.values()].map((group) => aggregateOf(group, options)).sort(byId);
}

/** By code units, so that the order does not depend on a locale. */
function byId(a: { readonly id: string }, b: { readonly id: string }): number {
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}
