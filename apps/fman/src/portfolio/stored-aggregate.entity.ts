import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { FlexOffer, FlexibilityRetained, Instant, Schedule } from '#flexoffer';
import type { SoldEnergy } from '#messages';
import { InstantColumn } from '#persistence';
import type { MemberColumns } from './member-columns.js';
import type { StoredMember } from './stored-member.js';

/**
 * ```
 * live ──▶ withdrawing ──▶ withdrawn
 *   │           │
 *   └───────────┴──▶ traded | expired | refused
 * ```
 * `withdrawing`: asked back, and in doubt until the market has answered: it may have traded before.
 */
export type AggregateState = 'live' | 'withdrawing' | 'traded' | 'withdrawn' | 'expired' | 'refused';

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

  /** The same members, as dispatch needs them; read by dispatch alone. */
  @Column('json', { name: 'member_columns', select: false })
  memberColumns!: MemberColumns;

  @Column('integer', { name: 'member_count' })
  memberCount!: number;

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

  /** When the members of a traded aggregate had their parts in their own records, a moment after it traded. */
  @InstantColumn({ name: 'members_assigned_at', nullable: true })
  membersAssignedAt!: Instant | null;
}
