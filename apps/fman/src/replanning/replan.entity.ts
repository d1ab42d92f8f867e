import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { Instant, IntervalIndex, WattHours } from '#flexoffer';
import { InstantColumn } from '#persistence';
import type { VersionedDelivery } from './replanned-interval.js';

/**
 * `canceled`: its owner no longer stands by the offer; `failing`: the device does not do what its schedule says;
 * `released`: the market no longer wants what it bought.
 */
export type ReplanCause = 'canceled' | 'failing' | 'released';

/**
 * What the one that left owed for a trade, and how much of it others have taken over; or what all members owed, and how
 * much of it was released. In the trade's sign.
 */
export interface ReplannedTrade {
  readonly tradeId: string;
  readonly buyerId: string;
  readonly interval: IntervalIndex;
  readonly orderedWh: WattHours;
  readonly takenOverWh: WattHours;
  readonly releasedWh?: WattHours;
}

/** What was changed in a traded aggregate, why, and who told. Never changed, never removed. */
@Entity({ schema: 'fman', name: 'replan' })
@Index('replan_aggregate', ['aggregateId', 'number'], { unique: true })
@Index('replan_at', ['at', 'id'])
@Index('replan_flexoffer', ['flexOfferId'])
export class StoredReplan {
  @PrimaryColumn('text')
  id!: string;

  @Column('text', { name: 'aggregate_id' })
  aggregateId!: string;

  /** Within the aggregate, from 1 on. */
  @Column('integer')
  number!: number;

  /** The member that leaves its schedule, and its owner; nobody does when energy is released. */
  @Column('text', { name: 'flexoffer_id', nullable: true })
  flexOfferId!: string | null;

  @Column('text', { name: 'participant_id', nullable: true })
  participantId!: string | null;

  @Column('text')
  cause!: ReplanCause;

  @Column('text')
  reason!: string;

  /** A participant or a device. */
  @Column('text', { name: 'told_by' })
  toldBy!: string;

  @InstantColumn()
  at!: Instant;

  /** Before it nothing was changed. */
  @Column('integer', { name: 'from_interval' })
  fromInterval!: IntervalIndex;

  @Column('text')
  trace!: string;

  @Column('jsonb')
  trades!: readonly ReplannedTrade[];

  /** As they were told to settlement. */
  @Column('jsonb')
  deliveries!: readonly VersionedDelivery[];
}
