import type { IntervalIndex, WattHours } from '#flexoffer';
import { SafeIntegerColumn } from '#persistence';
import { Entity, PrimaryColumn } from 'typeorm';

/** What all gates so far moved at a node in an interval: default minus scheduled energy, net. */
@Entity({ schema: 'fmar', name: 'committed_change' })
export class CommittedChangeRow {
  @PrimaryColumn('text', { name: 'grid_node' })
  gridNode!: string;

  @PrimaryColumn('integer')
  interval!: IntervalIndex;

  @SafeIntegerColumn({ name: 'change_wh' })
  changeWh!: WattHours;
}
