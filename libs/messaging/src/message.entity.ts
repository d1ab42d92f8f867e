import type { Instant } from '#flexoffer';
import { InstantColumn } from '#persistence';
import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';

/**
 * One message on its way. The row is outbox and inbox in one: the sender writes it in the transaction of its
 * state change, the receiver marks it consumed in the transaction of its own, so each message takes effect once.
 */
@Entity({ schema: 'messaging', name: 'message' })
@Index('message_waiting', ['destination', 'seq'], {
  where: '"consumed_at" IS NULL AND "failed_at" IS NULL',
})
export class Message {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' })
  seq!: string;

  @Column('text')
  topic!: string;

  @Column('text')
  destination!: string;

  /** Ties the message to the request that caused it. */
  @Column('text')
  trace!: string;

  /** Market time at which it was sent. */
  @InstantColumn({ name: 'sent_at' })
  sentAt!: Instant;

  @Column('json')
  payload!: unknown;

  @InstantColumn({ name: 'consumed_at', nullable: true })
  consumedAt!: Instant | null;

  @Column('integer', { default: 0 })
  attempts!: number;

  /** Set when every attempt failed; the row stays for the operator and blocks nobody. */
  @InstantColumn({ name: 'failed_at', nullable: true })
  failedAt!: Instant | null;

  @Column('text', { nullable: true })
  error!: string | null;
}
