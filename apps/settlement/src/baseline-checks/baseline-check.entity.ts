import type { Fault, Instant } from '#flexoffer';
import { InstantColumn } from '#persistence';
import type { BaselineError, LocalDay } from '#settlement';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How a method did on a meter's past. */
export interface CheckContent {
  /** Local days, both included. */
  readonly from: LocalDay;
  readonly to: LocalDay;
  readonly error: BaselineError;
  /** The limits that it broke. */
  readonly faults: readonly Fault[];
}

/** One check of a method on a meter; runs go by the latest that was known. */
@Entity({ schema: 'settlement', name: 'baseline_check' })
export class StoredBaselineCheck {
  @PrimaryColumn('text', { name: 'meter_id' })
  meterId!: string;

  @PrimaryColumn('text')
  method!: string;

  @PrimaryColumn('integer')
  version!: number;

  @Column('jsonb')
  content!: CheckContent;

  @InstantColumn({ name: 'known_at' })
  knownAt!: Instant;
}
