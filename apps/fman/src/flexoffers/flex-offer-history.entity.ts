import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { FlexOfferState, Instant } from '#flexoffer';
import { InstantColumn } from '#persistence';

/** One step in the life of a FlexOffer. Never changed, never removed. */
@Entity({ schema: 'fman', name: 'flexoffer_history' })
export class FlexOfferHistory {
  @PrimaryColumn('text', { name: 'flexoffer_id' })
  flexOfferId!: string;

  /** From 1 on. */
  @PrimaryColumn('integer')
  number!: number;

  @Column('text')
  state!: FlexOfferState;

  @Column('text', { nullable: true })
  reason!: string | null;

  @InstantColumn()
  at!: Instant;

  @Column('text')
  trace!: string;
}
