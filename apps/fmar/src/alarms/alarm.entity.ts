import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { Instant } from '#flexoffer';
import { InstantColumn } from '#persistence';
import type { ClearingMethod } from '../clearing/decide-clearing.js';

/** A gate that could not clear as usual, for its operator to look at. */
@Entity({ schema: 'fmar', name: 'alarm' })
@Index('alarm_raised', ['raisedAt', 'id'])
export class Alarm {
  @PrimaryColumn('text')
  id!: string;

  @Column('text', { name: 'gate_id' })
  gateId!: string;

  @Column('text', { name: 'clearing_id' })
  clearingId!: string;

  /** What the gate did instead. */
  @Column('text')
  method!: ClearingMethod;

  @Column('text')
  reason!: string;

  @InstantColumn({ name: 'raised_at' })
  raisedAt!: Instant;
}
