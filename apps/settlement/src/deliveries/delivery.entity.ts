import type { Instant, IntervalIndex, WattHours } from '#flexoffer';
import { InstantColumn, SafeIntegerColumn } from '#persistence';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/**
 * A member's part of a trade, as the aggregator assigned it or, in a later version, re-planned it. Never changed: the
 * highest version of a part counts (`known-deliveries.ts`).
 */
@Entity({ schema: 'settlement', name: 'delivery' })
@Index('delivery_participant', ['participantId', 'interval'])
@Index('delivery_interval', ['interval'])
export class AssignedDelivery {
  @PrimaryColumn('text', { name: 'trade_id' })
  tradeId!: string;

  @PrimaryColumn('text', { name: 'flexoffer_id' })
  flexOfferId!: string;

  @PrimaryColumn('integer')
  interval!: IntervalIndex;

  /** From 1 on. */
  @PrimaryColumn('integer')
  version!: number;

  @Column('text', { name: 'participant_id' })
  participantId!: string;

  @Column('text', { name: 'device_id', nullable: true })
  deviceId!: string | null;

  /** The trade's sign. */
  @SafeIntegerColumn({ name: 'ordered_wh' })
  orderedWh!: WattHours;

  /** Consumption-positive, as is `scheduledWh`. */
  @SafeIntegerColumn({ name: 'default_wh' })
  defaultWh!: WattHours;

  @SafeIntegerColumn({ name: 'scheduled_wh' })
  scheduledWh!: WattHours;

  /** Market time at which the settlement learned of it. */
  @InstantColumn({ name: 'known_at' })
  knownAt!: Instant;
}
