import type { Instant, IntervalIndex, WattHours } from '#flexoffer';
import { InstantColumn, SafeIntegerColumn } from '#persistence';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ReadingQuality, ReadingSource } from './reading.js';

/** One version of a meter value; the highest known at an instant is the one that counted then. */
@Entity({ schema: 'settlement', name: 'reading' })
export class ReadingVersion {
  @PrimaryColumn('text', { name: 'meter_id' })
  meterId!: string;

  @PrimaryColumn('integer')
  interval!: IntervalIndex;

  @PrimaryColumn('integer')
  version!: number;

  @SafeIntegerColumn({ name: 'import_wh' })
  importWh!: WattHours;

  @SafeIntegerColumn({ name: 'export_wh' })
  exportWh!: WattHours;

  @Column('text')
  source!: ReadingSource;

  @Column('text')
  quality!: ReadingQuality;

  /** Market time at which it arrived. */
  @InstantColumn({ name: 'known_at' })
  knownAt!: Instant;
}
