import type { Clearing, ClearingProblem } from '#scheduling';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ClearingMethod } from '../clearing/decide-clearing.js';

/** All that a gate decided about and all that it decided, so that anyone can compute it again. */
@Entity({ schema: 'fmar', name: 'clearing' })
export class ClearingRecord {
  @PrimaryColumn('text')
  id!: string;

  @Column('text', { name: 'gate_id' })
  gateId!: string;

  @Column('json')
  input!: ClearingProblem;

  @Column('json')
  result!: Clearing;

  /** How the result was found. */
  @Column('text')
  method!: ClearingMethod;

  /** Why the search did not do it, where it did not. */
  @Column('text', { nullable: true })
  reason!: string | null;

  /** Of a search that was stopped. */
  @Column('integer', { nullable: true })
  steps!: number | null;

  @Column('text')
  currency!: string;
}
