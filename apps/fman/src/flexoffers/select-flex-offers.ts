import { intervalOf, type FlexOfferState } from '#flexoffer';
import type { InstantRange, PageRequest } from '#paging';
import type { Database } from '#persistence';
import { StoredFlexOffer } from './stored-flex-offer.entity.js';

export interface FlexOfferSelection {
  readonly state?: FlexOfferState;
  readonly offeredById?: string;
  /** Whose offers may be seen at all; absent: everybody's. */
  readonly onlyOwner?: string;
  readonly range: InstantRange;
  readonly page: PageRequest;
}

/**
 * One offer more than the page has, by id. An offer is in a range if it may run in some part of it:
 *
 * ```
 *      from                   to
 *       |----------------------|
 *  startAfter        lastEnd
 *    |=================|                 in: ends after from, starts before to
 * ```
 */
export function selectFlexOffers(
  database: Database,
  { state, offeredById, onlyOwner, range: { from, to }, page }: FlexOfferSelection,
): Promise<StoredFlexOffer[]> {
  const query = database.dataSource.getRepository(StoredFlexOffer).createQueryBuilder('offer');
  if (state !== undefined) query.andWhere('offer.state = :state', { state });
  if (offeredById !== undefined) query.andWhere('offer.offeredById = :offeredById', { offeredById });
  if (onlyOwner !== undefined) query.andWhere('offer.offeredById = :onlyOwner', { onlyOwner });
  if (from !== undefined) query.andWhere('offer.lastEnd > :first', { first: intervalOf(from) });
  if (to !== undefined) query.andWhere('offer.startAfter <= :last', { last: intervalOf(to - 1) });
  if (page.after !== undefined) query.andWhere('offer.id > :after', { after: page.after });
  return query
    .orderBy('offer.id')
    .take(page.limit + 1)
    .getMany();
}
