import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { FlexOfferState, Instant, IntervalIndex, Schedule } from '#flexoffer';
import { InstantColumn } from '#persistence';
import type { FlexOfferContent } from './flex-offer-content.js';

/** A FlexOffer as the FMAN knows it: what its owner said, and what has become of it. */
@Entity({ schema: 'fman', name: 'flexoffer' })
@Index('flexoffer_state', ['state', 'id'])
@Index('flexoffer_owner', ['offeredById', 'id'])
@Index('flexoffer_aggregate', ['aggregateId'])
export class StoredFlexOffer {
  @PrimaryColumn('text')
  id!: string;

  @Column('jsonb')
  offer!: FlexOfferContent;

  @Column('text', { name: 'content_hash' })
  contentHash!: string;

  @Column('text')
  state!: FlexOfferState;

  @Column('text', { name: 'state_reason', nullable: true })
  stateReason!: string | null;

  @Column('text', { name: 'offered_by_id' })
  offeredById!: string;

  @Column('text', { name: 'device_id', nullable: true })
  deviceId!: string | null;

  @Column('text', { name: 'flexibility_id', nullable: true })
  flexibilityId!: string | null;

  @Column('text', { name: 'grid_node' })
  gridNode!: string;

  @Column('integer', { name: 'start_after' })
  startAfter!: IntervalIndex;

  @Column('integer', { name: 'start_before' })
  startBefore!: IntervalIndex;

  /** The interval by which all is over: of the latest possible start, and of the schedule once there is one. */
  @Column('integer', { name: 'last_end' })
  lastEnd!: IntervalIndex;

  @InstantColumn({ name: 'assignment_before' })
  assignmentBefore!: Instant;

  /** Of the request that brought the offer. */
  @Column('text')
  trace!: string;

  /** The aggregate in which it is for sale or was last; an accepted offer without one is free to be sold. */
  @Column('text', { name: 'aggregate_id', nullable: true })
  aggregateId!: string | null;

  @Column('jsonb', { nullable: true })
  schedule!: Schedule | null;

  @Column('text', { name: 'schedule_id', nullable: true })
  scheduleId!: string | null;

  /** When the device confirmed its schedule. */
  @InstantColumn({ name: 'acknowledged_at', nullable: true })
  acknowledgedAt!: Instant | null;
}
