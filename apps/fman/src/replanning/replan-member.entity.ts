import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { Schedule } from '#flexoffer';

/** A member whose schedule was replaced in a re-plan. Never changed, never removed. */
@Entity({ schema: 'fman', name: 'replan_member' })
@Index('replan_member_flexoffer', ['flexOfferId'])
export class StoredReplanMember {
  @PrimaryColumn('text', { name: 'replan_id' })
  replanId!: string;

  @PrimaryColumn('text', { name: 'flexoffer_id' })
  flexOfferId!: string;

  @Column('text', { name: 'participant_id' })
  participantId!: string;

  @Column('text', { name: 'schedule_id' })
  scheduleId!: string;

  /** The schedule that it replaces. */
  @Column('text', { name: 'update_of' })
  updateOf!: string;

  @Column('jsonb')
  before!: Schedule;

  @Column('jsonb')
  after!: Schedule;
}
