import type { Instant, WattHours } from '#flexoffer';
import { InstantColumn, SafeIntegerColumn } from '#persistence';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** `empty`: one side had no orders, so there was nothing to clear. */
export type GateState = 'cleared' | 'empty';

@Entity({ schema: 'fmar', name: 'gate' })
@Index('gate_closed', ['closedAt'])
export class Gate {
  @PrimaryColumn('text', { name: 'gate_id' })
  gateId!: string;

  @InstantColumn({ name: 'closed_at' })
  closedAt!: Instant;

  @Column('text')
  state!: GateState;

  /** Orders that could trade. */
  @Column('integer', { name: 'buy_orders' })
  buyOrders!: number;

  @Column('integer', { name: 'sell_orders' })
  sellOrders!: number;

  @Column('integer')
  trades!: number;

  /** The sum of the sizes of all trades, whatever their direction. */
  @SafeIntegerColumn({ name: 'cleared_wh' })
  clearedWh!: WattHours;

  /** In millionths of the currency. */
  @SafeIntegerColumn({ name: 'surplus_micro' })
  surplusMicro!: number;

  /** No clearing of the same orders gains more. */
  @SafeIntegerColumn({ name: 'bound_micro' })
  boundMicro!: number;

  @Column('text')
  currency!: string;

  @Column('text', { name: 'clearing_id', nullable: true })
  clearingId!: string | null;
}
