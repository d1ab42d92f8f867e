import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { FlexOffer, FlexibilityRetained, Instant, Schedule } from '#flexoffer';
import type { SoldEnergy } from '#messages';
import { InstantColumn } from '#persistence';
import type { FlexOfferContent } from '../flexoffers/flex-offer-content.js';

/**
 * ```
 * live ──▶ withdrawing ──▶ withdrawn
 *   │           │
 *   └───────────┴──▶ traded | expired | refused
 * ```
 * `withdrawing`: asked back, and in doubt until the market has answered: it may have traded before.
 */
export type AggregateState = 'live' | 'withdrawing' | 'traded' | 'withdrawn' | 'expired' | 'refused';

/** A member as it was when the aggregate was published. */
export interface StoredMember {
  readonly offer: FlexOfferContent;
  readonly contentHash: string;
  readonly offsetIntervals: number;
}

/** An aggregate that was for sale, once. It stays for auditors, with its members as they were. */
@Entity({ schema: 'fman', name: 'aggregate' })
@Index('aggregate_order', ['orderId'], { unique: true })
@Index('aggregate_composition', ['composition'])
@Index('aggregate_state', ['state', 'id'])
export class StoredAggregate {
  @PrimaryColumn('text')
  id!: string;

  @Column('text', { name: 'order_id' })
  orderId!: string;

  /** Tells what it is made of: members, their contents and the place. The same can be for sale a second time. */
  @Column('text')
  composition!: string;

  @Column('jsonb')
  offer!: FlexOffer;

  /** By offer id. */
  @Column('jsonb')
  members!: readonly StoredMember[];

  @Column('jsonb', { name: 'flexibility_retained' })
  flexibilityRetained!: FlexibilityRetained;

  @Column('text')
  state!: AggregateState;

  @Column('text', { name: 'state_reason', nullable: true })
  stateReason!: string | null;

  @Column('jsonb', { nullable: true })
  schedule!: Schedule | null;

  /** What was sold of it, once it has traded. */
  @Column('jsonb', { nullable: true })
  sold!: readonly SoldEnergy[] | null;

  @InstantColumn({ name: 'published_at' })
  publishedAt!: Instant;

  @InstantColumn({ name: 'closed_at', nullable: true })
  closedAt!: Instant | null;
}
