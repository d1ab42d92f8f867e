import type { FlexOffer, Instant, IntervalIndex, Schedule, WattHours } from '#flexoffer';
import { InstantColumn, SafeIntegerColumn } from '#persistence';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

export type Side = 'buy' | 'sell';

/**
 * ```
 * buy    open ──▶ partly ──▶ filled        sell   open ──▶ traded
 *          └───────┴──▶ expired               └──▶ expired
 *          └──▶ withdrawn                          └──▶ withdrawn        refused: was never open
 * ```
 * A buy order that closes with a part of its energy stays `partly`; `closedAt` says that no more will come.
 */
export const ORDER_STATES = [
  'open',
  'partly',
  'filled',
  'traded',
  'expired',
  'withdrawn',
  'refused',
] as const;
export type OrderState = (typeof ORDER_STATES)[number];

/**
 * How much of a buy order must be had at once. `partly`: any part, at any gate. `fill-and-kill`: any part at its first
 * gate, and then no more. `fill-or-kill`: all of it at its first gate, or nothing.
 */
export const EXECUTIONS = ['partly', 'fill-and-kill', 'fill-or-kill'] as const;
export type Execution = (typeof EXECUTIONS)[number];

/** Where an order came from: only a service that sent it by message is answered by message. */
export type OrderOrigin = 'message' | 'http';

@Entity({ schema: 'fmar', name: 'market_order' })
@Index('market_order_open', ['side', 'orderId'], { where: '"closed_at" IS NULL' })
@Index('market_order_received', ['receivedAt', 'orderId'])
export class MarketOrder {
  @PrimaryColumn('text', { name: 'order_id' })
  orderId!: string;

  @Column('text')
  side!: Side;

  /** The buyer or the seller. */
  @Column('text', { name: 'participant_id' })
  participantId!: string;

  @Column('text', { name: 'grid_node' })
  gridNode!: string;

  @Column('text')
  origin!: OrderOrigin;

  @Column('text')
  state!: OrderState;

  @Column('text', { nullable: true })
  reason!: string | null;

  /** What is for sale; null for a buy order. */
  @Column('jsonb', { nullable: true })
  offer!: FlexOffer | null;

  @Column('text')
  execution!: Execution;

  /** A buy order takes at least this in an interval, or nothing. */
  @SafeIntegerColumn({ name: 'minimum_wh', nullable: true })
  minimumWh!: WattHours | null;

  /** Of a participant's orders on one side with the same group at most one trades. */
  @Column('text', { name: 'exclusive_group', nullable: true })
  exclusiveGroup!: string | null;

  /** How often it was amended. */
  @Column('integer')
  version!: number;

  /** The last gate in which the order may trade closes no later than this. */
  @InstantColumn({ name: 'valid_until', nullable: true })
  validUntil!: Instant | null;

  /** What the seller of a traded order now does. */
  @Column('jsonb', { nullable: true })
  schedule!: Schedule | null;

  /** The gate in which a sell order traded. */
  @Column('text', { name: 'gate_id', nullable: true })
  gateId!: string | null;

  /** The first and last interval that the order can touch; null where it names none. */
  @Column('integer', { name: 'first_interval', nullable: true })
  firstInterval!: IntervalIndex | null;

  @Column('integer', { name: 'last_interval', nullable: true })
  lastInterval!: IntervalIndex | null;

  @Column('text', { name: 'content_hash' })
  contentHash!: string;

  @InstantColumn({ name: 'received_at' })
  receivedAt!: Instant;

  /** Since when it trades no more; null while it may. */
  @InstantColumn({ name: 'closed_at', nullable: true })
  closedAt!: Instant | null;

  /** Of the request that brought it. */
  @Column('text')
  trace!: string;
}
