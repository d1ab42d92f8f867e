import type { Instant } from '#flexoffer';
import type { Direction } from '#meter-data';
import { InstantColumn } from '#persistence';
import { Entity, PrimaryColumn } from 'typeorm';

/**
 * Since when a direction of a meter has been heard of. A meter of which only import was ever heard exports nothing; one of
 * which both were heard misses what is not there.
 */
@Entity({ schema: 'settlement', name: 'metered_direction' })
export class MeteredDirection {
  @PrimaryColumn('text', { name: 'meter_id' })
  meterId!: string;

  @PrimaryColumn('text')
  direction!: Direction;

  @InstantColumn({ name: 'known_at' })
  knownAt!: Instant;
}
