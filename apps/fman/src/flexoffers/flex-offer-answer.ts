import { formatInstant, writeFlexOffer, type Dialect, type SignConvention } from '#flexoffer';
import type { FlexOfferHistory } from './flex-offer-history.entity.js';
import type { StoredFlexOffer } from './stored-flex-offer.entity.js';

/** A dialect by its name, or `own`: the one in which the offer arrived. */
export type AskedDialect = Dialect | 'own';

/**
 * A FlexOffer as readers get it: its message, with what the FMAN knows beside it.
 *
 * @param sign the reader's
 */
export function flexOfferAnswer(row: StoredFlexOffer, sign: SignConvention, dialect: AskedDialect): object {
  const offer = {
    ...row.offer,
    state: row.state,
    ...(row.stateReason === null ? {} : { stateReason: row.stateReason }),
    ...(row.schedule === null ? {} : { schedule: row.schedule }),
  };
  return {
    ...(dialect === 'own' ? writeFlexOffer(offer, { sign }) : writeFlexOffer(offer, { sign, dialect })),
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
