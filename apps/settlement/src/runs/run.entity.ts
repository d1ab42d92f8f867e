import type { Instant, IntervalIndex } from '#flexoffer';
import { InstantColumn } from '#persistence';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

export type RunState = 'queued' | 'running' | 'completed';

/** One settlement of a period; a repeated one makes new versions of the reports. */
@Entity({ schema: 'settlement', name: 'run' })
@Index('run_number', ['number'], { unique: true })
@Index('run_idempotency_key', ['requestedBy', 'idempotencyKey'], { unique: true })
export class Run {
  @PrimaryColumn('text', { name: 'run_id' })
  runId!: string;

  /** Counts all runs from 1. */
  @Column('integer')
  number!: number;

  @Column('integer', { name: 'period_from' })
  from!: IntervalIndex;

  /** Exclusive. */
  @Column('integer', { name: 'period_to' })
  to!: IntervalIndex;

  /** Null: everybody. */
  @Column('text', { name: 'scope_participant_id', nullable: true })
  scopeParticipantId!: string | null;

  @Column('text', { name: 'requested_by' })
  requestedBy!: string;

  @Column('text', { name: 'idempotency_key', nullable: true })
  idempotencyKey!: string | null;

  @Column('text')
  state!: RunState;

  /** Readings and contracts count as they were known at this instant. */
  @InstantColumn({ name: 'known_at' })
  knownAt!: Instant;

  /** How many participants the run settles; null until it has begun. */
  @Column('integer', { nullable: true })
  participants!: number | null;

  /** How many of them have their reports. */
  @Column('integer', { name: 'settled_participants' })
  settledParticipants!: number;

  @Column('integer')
  reports!: number;

  /** Trades of the period whose members' parts are not all known; set when the run is completed. */
  @Column('integer', { name: 'incomplete_trades' })
  incompleteTrades!: number;

  @InstantColumn({ name: 'created_at' })
  createdAt!: Instant;

  @InstantColumn({ name: 'completed_at', nullable: true })
  completedAt!: Instant | null;
}
