import type { Aggregate, FlexOffer, FlexibilityRetained } from '#flexoffer';
import { contentHash, derivedId } from '#identifiers';
import { contentOf } from '../flexoffers/flex-offer-content.js';
import type { StoredMember } from './stored-member.js';
import type { Target } from './plan-publication.js';

/** An aggregate on its way to the market. */
export interface OfferGroup extends Target {
  readonly aggregate: Aggregate;
  readonly members: readonly StoredMember[];
}

/** @param hashOf the content hash of each member, by offer id */
export function offerGroup(aggregate: Aggregate, hashOf: ReadonlyMap<string, string>): OfferGroup {
  const members = aggregate.members.map(({ offer, offsetIntervals }) => {
    const hash = hashOf.get(offer.id);
    if (hash === undefined) throw new Error(`no content hash for FlexOffer ${offer.id}`);
    return { offer: contentOf(offer), contentHash: hash, offsetIntervals };
  });
  const parts = members.map(({ offer, contentHash: own, offsetIntervals }) => {
    return [offer.id, own, offsetIntervals, offer.price];
  });
  return {
    aggregate,
    members,
    memberIds: members.map(({ offer }) => offer.id),
    composition: contentHash([aggregate.offer.gridNode, parts]),
  };
}

/** How a group is called in the market. */
export interface Listing {
  readonly aggregateId: string;
  readonly orderId: string;
  readonly offer: FlexOffer;
  readonly flexibilityRetained: FlexibilityRetained;
}

/**
 * Names that follow from what the group is made of and how often the same was for sale before: an order that was
 * withdrawn never comes back under its old name.
 *
 * @param times how often the same composition was for sale before
 */
export function listingOf({ aggregate, composition }: OfferGroup, times: number): Listing {
  const aggregateId = derivedId('ag', composition, times);
  return {
    aggregateId,
    orderId: derivedId('so', aggregateId),
    offer: { ...aggregate.offer, id: aggregateId },
    flexibilityRetained: aggregate.flexibilityRetained,
  };
}
