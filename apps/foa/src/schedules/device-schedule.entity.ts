import type { Instant, Schedule } from '#flexoffer';
import { InstantColumn } from '#persistence';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A schedule for a device; it is in every answer until the device has confirmed it. */
@Entity({ schema: 'foa', name: 'device_schedule' })
@Index('device_schedule_due', ['deviceId'], { where: '"acknowledged_at" IS NULL' })
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

  @InstantColumn({ name: 'acknowledged_at', nullable: true })
  acknowledgedAt!: Instant | null;
}
