import type { Instant, WattHours } from '#flexoffer';
import type { ReadingSource } from '#meter-data';
import { InstantColumn, PrimaryInstantColumn, SafeIntegerColumn } from '#persistence';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a cumulative register of a meter showed, as somebody said it; never changed. */
@Entity({ schema: 'settlement', name: 'register_reading' })
export class StoredRegisterReading {
  @PrimaryColumn('text', { name: 'meter_id' })
  meterId!: string;

  /** OBIS code without medium and channel: `1.8.1`. */
  @PrimaryColumn('text')
  register!: string;

  @PrimaryInstantColumn()
  at!: Instant;

  @PrimaryColumn('integer')
  version!: number;

  @SafeIntegerColumn({ name: 'value_wh' })
  valueWh!: WattHours;

  /** On the meter itself; empty: not said. */
  @Column('text', { name: 'meter_number' })
  meterNumber!: string;

  /** Of the transformers before the meter. */
  @Column('integer')
  factor!: number;

  @SafeIntegerColumn({ name: 'roll_over_wh', nullable: true })
  rollOverWh!: WattHours | null;

  @Column('text')
  source!: ReadingSource;

  @InstantColumn({ name: 'created_at', nullable: true })
  createdAt!: Instant | null;

  @InstantColumn({ name: 'known_at' })
  knownAt!: Instant;
}
