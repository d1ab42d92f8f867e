import type { FlexOffer } from '../flex-offer.js';
import type { Aggregate } from './aggregate-of.js';
import type { AggregateOptions } from './aggregate-options.js';
import { byId } from './by-id.js';
import { Portfolio } from './portfolio/portfolio.js';

/**
 * Few offers for many. Offers go together that lie in one zone, have the same direction, start and flex about the
 * same time and are alike in whatever else the options name; each offer is in exactly one aggregate. Offers of all
 * kinds go together (`memberEnergies` says what each brings in). Every schedule that is feasible for an aggregate's
 * offer can be disaggregated.
 *
 * The same aggregates, ordered by id, for any order of `offers`. Offers must have passed the acceptance rules.
 * For offers that come and go see `Portfolio`, which this is built on.
 *
 * @throws Error if two offers have one id
 */
export function aggregate(offers: readonly FlexOffer[], options: AggregateOptions): Aggregate[] {
  const sorted = offers.toSorted(byId);
  sorted.forEach((offer, index) => {
    if (index > 0 && sorted[index - 1]?.id === offer.id)
      throw new Error(`two offers have the id ${offer.id}`);
  });
  const portfolio = new Portfolio(options);
  for (const offer of sorted) portfolio.put(offer);
  return portfolio
    .groups()
    .map((group) => portfolio.aggregateOf(group))
    .sort(byId);
}
