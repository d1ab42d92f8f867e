import type { Instant } from '#flexoffer';
import { InstantColumn } from '#persistence';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** One version of what is known of an outage of a connection or its meter. */
@Entity({ schema: 'settlement', name: 'outage' })
@Index('outage_meter', ['meterId'])
export class Outage {
  @PrimaryColumn('text', { name: 'outage_id' })
  outageId!: string;

  @PrimaryColumn('integer')
  version!: number;

  @Column('text', { name: 'meter_id' })
  meterId!: string;

  @InstantColumn({ name: 'outage_from' })
  from!: Instant;

  /** Exclusive. */
  @InstantColumn({ name: 'outage_to' })
  to!: Instant;

  /** There was none after all. */
  @Column('boolean')
  withdrawn!: boolean;

  @InstantColumn({ name: 'known_at' })
  knownAt!: Instant;
}
