import type { Instant, IntervalIndex, MicroPerKwh, WattHours } from '#flexoffer';
import { InstantColumn } from '#persistence';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** Polled from the DOMS, or posted by a grid operator that has none. */
export type RequestSource = 'doms' | 'posted';

export type RequestResult = 'accepted' | 'partly' | 'rejected';

/** What the market bought so far: one entry of each for every entry of the request's `scheduleChange`. */
export interface Accepted {
  readonly changesWh: readonly WattHours[];
  /** 0 where nothing was bought. */
  readonly prices: readonly MicroPerKwh[];
}

@Entity({ schema: 'doms_adapter', name: 'request' })
@Index('request_order', ['orderId'], { unique: true })
@Index('request_received', ['receivedAt', 'participantId', 'requestId'])
export class RequestRow {
  /** The grid operator that asks. */
  @PrimaryColumn('text', { name: 'participant_id' })
  participantId!: string;

  @PrimaryColumn('text', { name: 'request_id' })
  requestId!: string;

  @Column('text', { name: 'content_hash' })
  contentHash!: string;

  /** As it came. */
  @Column('jsonb')
  body!: object;

  @Column('text')
  source!: RequestSource;

  /** Null, with the next one, for a request that could not be understood. */
  @Column('text', { name: 'grid_node', nullable: true })
  gridNode!: string | null;

  /** The interval of the first entry of `scheduleChange`. */
  @Column('integer', { name: 'start_interval', nullable: true })
  startInterval!: IntervalIndex | null;

  /** The buy order that the request became. */
  @Column('text', { name: 'order_id' })
  orderId!: string;

  /** `answered` when no more can be bought. */
  @Column('text')
  state!: 'open' | 'answered';

  @Column('text', { nullable: true })
  result!: RequestResult | null;

  @Column('jsonb', { nullable: true })
  accepted!: Accepted | null;

  @Column('text', { nullable: true })
  reason!: string | null;

  @InstantColumn({ name: 'received_at' })
  receivedAt!: Instant;

  /** When the market answered last. */
  @InstantColumn({ name: 'answered_at', nullable: true })
  answeredAt!: Instant | null;

  /** How often the last answer could not be delivered to the DOMS. */
  @Column('integer', { default: 0 })
  attempts!: number;

  @InstantColumn({ name: 'delivered_at', nullable: true })
  deliveredAt!: Instant | null;

  @Column('text', { name: 'delivery_error', nullable: true })
  deliveryError!: string | null;

  @Column('text')
  trace!: string;
}
