import type { Instant } from '#flexoffer';
import { InstantColumn } from '#persistence';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { ContractBody } from './contract.schema.js';

/** A contract as it was sent; a change is a further row. */
@Entity({ schema: 'settlement', name: 'contract_version' })
@Index('contract_version_participant', ['participantId'])
export class ContractVersionRow {
  @PrimaryColumn('text', { name: 'contract_id' })
  contractId!: string;

  @PrimaryColumn('integer')
  version!: number;

  @Column('text', { name: 'participant_id' })
  participantId!: string;

  @Column('jsonb')
  content!: ContractBody;

  @InstantColumn({ name: 'known_at' })
  knownAt!: Instant;
}
