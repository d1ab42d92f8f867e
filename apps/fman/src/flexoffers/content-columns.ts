import { lastEndOf, type FlexOfferContent } from './flex-offer-content.js';
import type { StoredFlexOffer } from './stored-flex-offer.entity.js';

/** All columns that follow from what the owner says. */
export type ContentColumns = Pick<
  StoredFlexOffer,
  | 'id'
  | 'offer'
  | 'contentHash'
  | 'offeredById'
  | 'deviceId'
  | 'flexibilityId'
  | 'gridNode'
  | 'startAfter'
  | 'startBefore'
  | 'lastEnd'
  | 'assignmentBefore'
>;

export function contentColumns(content: FlexOfferContent, contentHash: string): ContentColumns {
  return {
    id: content.id,
    offer: content,
    contentHash,
    offeredById: content.offeredById,
    deviceId: content.deviceId ?? null,
    flexibilityId: content.flexibilityId ?? null,
    gridNode: content.gridNode,
    startAfter: content.startAfter,
    startBefore: content.startBefore,
    lastEnd: lastEndOf(content),
    assignmentBefore: content.assignmentBefore,
  };
}
