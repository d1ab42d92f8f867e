import type { Instant, IntervalIndex, MicroPerKwh, WattHours } from '#flexoffer';
import { InstantColumn, SafeIntegerColumn } from '#persistence';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** Who bought how much of whom in one interval. Never changed. */
@Entity({ schema: 'fmar', name: 'trade' })
@Index('trade_interval', ['interval', 'tradeId'])
@Index('trade_buy_order', ['buyOrderId'])
export class Trade {
  @PrimaryColumn('text', { name: 'trade_id' })
  tradeId!: string;

  @Column('text', { name: 'gate_id' })
  gateId!: string;

  @Column('text', { name: 'buy_order_id' })
  buyOrderId!: string;

  @Column('text', { name: 'sell_order_id' })
  sellOrderId!: string;

  @Column('text', { name: 'buyer_id' })
  buyerId!: string;

  @Column('text', { name: 'seller_id' })
  sellerId!: string;

  /** The seller's node, which lies at or below the buyer's. */
  @Column('text', { name: 'grid_node' })
  gridNode!: string;

  @Column('integer')
  interval!: IntervalIndex;

  /** The buyer's sign: positive is more production or less consumption. */
  @SafeIntegerColumn({ name: 'change_wh' })
  changeWh!: WattHours;

  /** What the seller gets per kWh, by the pricing policy of the market. */
  @SafeIntegerColumn()
  price!: MicroPerKwh;

  /** What the buyer pays per kWh on top, for the transfer between the seller's node and its own. */
  @SafeIntegerColumn({ name: 'transfer_price' })
  transferPrice!: MicroPerKwh;

  @Column('text')
  currency!: string;

  /** Market time of the gate. */
  @InstantColumn()
  at!: Instant;
}
