import type { Instant } from '#flexoffer';
import { InstantColumn } from '#persistence';
import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** Who changed what, and when. Never changed, never removed. */
@Entity({ schema: 'administration', name: 'audit_entry' })
export class AuditEntry {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' })
  seq!: string;

  @InstantColumn()
  at!: Instant;

  /** The participant whose token it was. */
  @Column('text')
  actor!: string;

  /** For example `participant registered`. */
  @Column('text')
  action!: string;

  /** The id of what was changed. */
  @Column('text')
  subject!: string;

  @Column('jsonb')
  content!: object;

  @Column('text')
  trace!: string;
}
