import type { Instant } from '#flexoffer';
import { InstantColumn } from '#persistence';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What an order said before it was amended. Never changed. */
@Entity({ schema: 'fmar', name: 'order_version' })
export class OrderVersion {
  @PrimaryColumn('text', { name: 'order_id' })
  orderId!: string;

  @PrimaryColumn('integer')
  version!: number;

  /** The row of the order and, of a buy order, those of its intervals. */
  @Column('jsonb')
  content!: object;

  @InstantColumn({ name: 'amended_at' })
  amendedAt!: Instant;
}
