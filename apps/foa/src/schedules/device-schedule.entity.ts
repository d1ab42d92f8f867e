import type { Instant, IntervalIndex, Schedule } from '#flexoffer';
import { InstantColumn } from '#persistence';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A schedule for a device; it is in every answer until the device has confirmed it, or another replaces it. */
@Entity({ schema: 'foa', name: 'device_schedule' })
@Index('device_schedule_due', ['deviceId'], { where: '"acknowledged_at" IS NULL' })
@Index('device_schedule_end', ['deviceId', 'endInterval'])
export class DeviceSchedule {
  @PrimaryColumn('text')
  id!: string;

  @Column('text', { name: 'device_id' })
  deviceId!: string;

  @Column('text', { name: 'flexibility_id' })
  flexibilityId!: string;

  @Column('text', { name: 'flexoffer_id' })
  flexOfferId!: string;

  @Column('jsonb')
  schedule!: Schedule;

  @Column('integer', { name: 'start_interval' })
  startInterval!: IntervalIndex;

  /** The first interval after it. */
  @Column('integer', { name: 'end_interval' })
  endInterval!: IntervalIndex;

  /** The schedule that it replaces, and why. */
  @Column('text', { name: 'update_of', nullable: true })
  updateOf!: string | null;

  @Column('text', { nullable: true })
  reason!: string | null;

  /** The schedule that counts instead. */
  @Column('text', { name: 'replaced_by', nullable: true })
  replacedBy!: string | null;

  /** The last interval in which the device was seen not to follow; the FMAN knows of it. */
  @Column('integer', { name: 'failing_interval', nullable: true })
  failingInterval!: IntervalIndex | null;

  @InstantColumn({ name: 'acknowledged_at', nullable: true })
  acknowledgedAt!: Instant | null;
}
