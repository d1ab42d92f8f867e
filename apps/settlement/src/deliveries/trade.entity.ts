import type { Instant, IntervalIndex, MicroPerKwh, WattHours } from '#flexoffer';
import { InstantColumn, SafeIntegerColumn } from '#persistence';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** What the market told about a trade. */
@Entity({ schema: 'settlement', name: 'trade' })
@Index('trade_interval', ['interval'])
export class Trade {
  @PrimaryColumn('text', { name: 'trade_id' })
  tradeId!: string;

  @Column('text', { name: 'buyer_id' })
  buyerId!: string;

  @Column('text', { name: 'seller_id' })
  sellerId!: string;

  @Column('text', { name: 'grid_node' })
  gridNode!: string;

  @Column('integer')
  interval!: IntervalIndex;

  /** The buyer's sign: positive is more production or less consumption. */
  @SafeIntegerColumn({ name: 'change_wh' })
  changeWh!: WattHours;

  /** How much of it was released since: neither owed nor paid. */
  @SafeIntegerColumn({ name: 'released_wh', default: 0 })
  releasedWh!: WattHours;

  @SafeIntegerColumn()
  price!: MicroPerKwh;

  @SafeIntegerColumn({ name: 'transfer_price' })
  transferPrice!: MicroPerKwh;

  @Column('text')
  currency!: string;

  @InstantColumn({ name: 'traded_at' })
  tradedAt!: Instant;
}
