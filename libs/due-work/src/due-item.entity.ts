import type { Instant } from '#flexoffer';
import { InstantColumn } from '#persistence';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** Something that a service must do at a market time; kept in the database, so a restart forgets nothing. */
@Entity({ schema: 'due_work', name: 'item' })
@Index('item_due', ['service', 'dueAt'], { where: '"failed_at" IS NULL' })
export class DueItem {
  @PrimaryColumn('text')
  service!: string;

  @PrimaryColumn('text')
  kind!: string;

  @PrimaryColumn('text')
  key!: string;

  @InstantColumn({ name: 'due_at' })
  dueAt!: Instant;

  @Column('integer', { default: 0 })
  attempts!: number;

  @InstantColumn({ name: 'failed_at', nullable: true })
  failedAt!: Instant | null;

  @Column('text', { nullable: true })
  error!: string | null;
}
