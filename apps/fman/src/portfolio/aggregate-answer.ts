import {
  formatInstant,
  writeFlexOffer,
  writeSchedule,
  type FlexibilityRetained,
  type SignConvention,
  type WireFlexOffer,
  type WireSchedule,
} from '#flexoffer';
import type { StoredAggregate } from './stored-aggregate.entity.js';

export interface AggregateAnswer {
  readonly id: string;
  readonly orderId: string;
  readonly state: string;
  readonly stateReason?: string;
  readonly gridNode: string;
  readonly memberCount: number;
  readonly flexibilityRetained: FlexibilityRetained;
  readonly publishedAt: string;
  readonly closedAt?: string;
  readonly flexOffer: WireFlexOffer;
  readonly flexOfferSchedule?: WireSchedule;
}

export interface AggregateWithMembersAnswer extends AggregateAnswer {
  /** As they were when the aggregate was published. */
  readonly members: readonly {
    readonly flexOfferId: string;
    readonly offsetIntervals: number;
    readonly flexOffer: object;
  }[];
}

/** @param sign the reader's */
export function aggregateAnswer(
  row: Omit<StoredAggregate, 'members'>,
  sign: SignConvention,
): AggregateAnswer {
  return {
    id: row.id,
    orderId: row.orderId,
    state: row.state,
    ...(row.stateReason === null ? {} : { stateReason: row.stateReason }),
    gridNode: row.offer.gridNode,
    memberCount: row.memberCount,
    flexibilityRetained: row.flexibilityRetained,
    publishedAt: formatInstant(row.publishedAt),
    ...(row.closedAt === null ? {} : { closedAt: formatInstant(row.closedAt) }),
    flexOffer: writeFlexOffer(row.offer, { sign, dialect: 'specification-1' }),
    ...(row.schedule === null ? {} : { flexOfferSchedule: writeSchedule(row.schedule, { sign }) }),
  };
}

/** @param sign the reader's */
export function aggregateWithMembersAnswer(
  row: StoredAggregate,
  sign: SignConvention,
): AggregateWithMembersAnswer {
  const members = row.members.map(({ offer, offsetIntervals }) => {
    const { state: _state, ...flexOffer } = writeFlexOffer(
      { ...offer, state: 'accepted' },
      { sign, dialect: 'specification-1' },
    );
    return { flexOfferId: offer.id, offsetIntervals, flexOffer };
  });
  return { ...aggregateAnswer(row, sign), members };
}
