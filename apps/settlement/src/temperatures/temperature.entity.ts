import type { Instant, IntervalIndex } from '#flexoffer';
import { InstantColumn } from '#persistence';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One version of the outdoor temperature at a place; the highest known at an instant is the one that counted then. */
@Entity({ schema: 'settlement', name: 'temperature' })
export class Temperature {
  @PrimaryColumn('text', { name: 'grid_node' })
  gridNode!: string;

  @PrimaryColumn('integer')
  interval!: IntervalIndex;

  @PrimaryColumn('integer')
  version!: number;

  @Column('double precision')
  celsius!: number;

  @InstantColumn({ name: 'known_at' })
  knownAt!: Instant;
}
