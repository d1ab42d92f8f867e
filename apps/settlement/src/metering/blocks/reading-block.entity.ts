import type { Instant, IntervalIndex } from '#flexoffer';
import { InstantColumn } from '#persistence';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * What one arrival brought of one meter for successive quarter-hours of a UTC day (see `ReadingBlock` of the meter data
 * library). The values are in bytes, as `packed-values.ts` has them.
 */
@Entity({ schema: 'settlement', name: 'reading_block' })
export class StoredReadingBlock {
  @PrimaryColumn('text', { name: 'meter_id' })
  meterId!: string;

  @PrimaryColumn('integer', { name: 'first_interval' })
  firstInterval!: IntervalIndex;

  /** Higher than that of every earlier block that it overlaps. */
  @PrimaryColumn('integer')
  version!: number;

  @Column('smallint')
  quarters!: number;

  /** One byte a quarter-hour, or a single one for all. */
  @Column('bytea')
  origins!: Buffer;

  @Column('bytea', { name: 'import_wh', nullable: true })
  importWh!: Buffer | null;

  @Column('bytea', { name: 'export_wh', nullable: true })
  exportWh!: Buffer | null;

  /** When its sender made it, if the sender said so. */
  @InstantColumn({ name: 'created_at', nullable: true })
  createdAt!: Instant | null;

  /** Market time at which it arrived. */
  @InstantColumn({ name: 'known_at' })
  knownAt!: Instant;
}
