import type { IntervalIndex, MicroPerKwh, WattHours } from '#flexoffer';
import { SafeIntegerColumn } from '#persistence';
import { Entity, PrimaryColumn } from 'typeorm';

/** What a buy order asks for in one interval and what it got so far; the buyer's sign. */
@Entity({ schema: 'fmar', name: 'buy_interval' })
export class BuyInterval {
  @PrimaryColumn('text', { name: 'order_id' })
  orderId!: string;

  @PrimaryColumn('integer')
  interval!: IntervalIndex;

  @SafeIntegerColumn({ name: 'change_wh' })
  changeWh!: WattHours;

  /** The most that the buyer pays. */
  @SafeIntegerColumn()
  price!: MicroPerKwh;

  @SafeIntegerColumn({ name: 'accepted_wh', default: 0 })
  acceptedWh!: WattHours;
}
