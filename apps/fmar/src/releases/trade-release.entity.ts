import type { Instant, IntervalIndex, WattHours } from '#flexoffer';
import { InstantColumn, SafeIntegerColumn } from '#persistence';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** `withdrawn`, `amended`: its buyer no longer needs it; `capacity`: a node of the grid can no longer carry it. */
export type ReleaseCause = 'withdrawn' | 'amended' | 'capacity';

/**
 * A part of a trade that is no longer wanted. The trade itself stays as it was made; what remains of it is its energy
 * less that of all its releases. Never changed.
 */
@Entity({ schema: 'fmar', name: 'trade_release' })
@Index('trade_release_trade', ['tradeId'])
@Index('trade_release_at', ['at', 'releaseId'])
export class TradeRelease {
  @PrimaryColumn('text', { name: 'release_id' })
  releaseId!: string;

  @Column('text', { name: 'trade_id' })
  tradeId!: string;

  @Column('text', { name: 'buy_order_id' })
  buyOrderId!: string;

  @Column('text', { name: 'sell_order_id' })
  sellOrderId!: string;

  @Column('text', { name: 'buyer_id' })
  buyerId!: string;

  @Column('text', { name: 'seller_id' })
  sellerId!: string;

  @Column('integer')
  interval!: IntervalIndex;

  /** The trade's sign. */
  @SafeIntegerColumn({ name: 'released_wh' })
  releasedWh!: WattHours;

  @Column('text')
  cause!: ReleaseCause;

  @Column('text')
  reason!: string;

  @InstantColumn()
  at!: Instant;

  /** Of what released it. */
  @Column('text')
  trace!: string;
}
