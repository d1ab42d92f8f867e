import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { Instant, MicroPerKwh } from '#flexoffer';
import { InstantColumn, SafeIntegerColumn } from '#persistence';

/** A version of a participant's contract, as far as it says what moves cost. */
@Entity({ schema: 'fman', name: 'known_contract' })
@Index('known_contract_participant', ['participantId'])
export class KnownContract {
  @PrimaryColumn('text', { name: 'contract_id' })
  contractId!: string;

  @PrimaryColumn('integer')
  version!: number;

  @Column('text', { name: 'participant_id' })
  participantId!: string;

  @InstantColumn({ name: 'valid_from' })
  validFrom!: Instant;

  /** Exclusive; null: until further notice. */
  @InstantColumn({ name: 'valid_to', nullable: true })
  validTo!: Instant | null;

  /** Null: direct trading. */
  @SafeIntegerColumn({ name: 'reward_per_kwh', nullable: true })
  rewardPerKwh!: MicroPerKwh | null;
}
