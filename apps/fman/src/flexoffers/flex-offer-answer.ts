import { formatInstant, writeFlexOffer, type SignConvention, type WireFlexOffer } from '#flexoffer';
import type { FlexOfferHistory } from './flex-offer-history.entity.js';
import type { StoredFlexOffer } from './stored-flex-offer.entity.js';

/** A FlexOffer as readers get it: the message of the specification with what the FMAN knows beside it. */
export interface FlexOfferAnswer extends WireFlexOffer {
  readonly aggregateId?: string;
  readonly scheduleId?: string;
  readonly acknowledgedAt?: string;
  readonly traceId: string;
}

/** @param sign the reader's */
export function flexOfferAnswer(row: StoredFlexOffer, sign: SignConvention): FlexOfferAnswer {
  const offer = {
    ...row.offer,
    state: row.state,
    ...(row.stateReason === null ? {} : { stateReason: row.stateReason }),
    ...(row.schedule === null ? {} : { schedule: row.schedule }),
  };
  return {
    ...writeFlexOffer(offer, { sign }),
    ...(row.aggregateId === null ? {} : { aggregateId: row.aggregateId }),
    ...(row.scheduleId === null ? {} : { scheduleId: row.scheduleId }),
    ...(row.acknowledgedAt === null ? {} : { acknowledgedAt: formatInstant(row.acknowledgedAt) }),
    traceId: row.trace,
  };
}

export interface HistoryAnswer {
  readonly number: number;
  readonly state: string;
  readonly reason?: string;
  readonly at: string;
  readonly traceId: string;
}

export function historyAnswer({ number, state, reason, at, trace }: FlexOfferHistory): HistoryAnswer {
  return { number, state, ...(reason === null ? {} : { reason }), at: formatInstant(at), traceId: trace };
}
