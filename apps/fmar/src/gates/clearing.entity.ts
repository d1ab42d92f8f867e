import type { Clearing, ClearingProblem } from '#scheduling';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** All that a gate decided about and all that it decided, so that anyone can compute it again. */
@Entity({ schema: 'fmar', name: 'clearing' })
export class ClearingRecord {
  @PrimaryColumn('text')
  id!: string;

  @Column('text', { name: 'gate_id' })
  gateId!: string;

  @Column('jsonb')
  input!: ClearingProblem;

  @Column('jsonb')
  result!: Clearing;

  @Column('text')
  currency!: string;
}
