import type { Instant, IntervalIndex, WattHours } from '#flexoffer';
import { InstantColumn, SafeIntegerColumn } from '#persistence';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** What an offer was worth to the market, told once when its life has ended. */
@Entity({ schema: 'settlement', name: 'provided_flexibility' })
@Index('provided_flexibility_participant', ['participantId', 'interval'])
export class ProvidedFlexibility {
  @PrimaryColumn('text', { name: 'flexoffer_id' })
  flexOfferId!: string;

  @Column('text', { name: 'participant_id' })
  participantId!: string;

  @Column('text', { name: 'device_id', nullable: true })
  deviceId!: string | null;

  /** Where its schedule starts, or its earliest start if it was not activated. */
  @Column('integer')
  interval!: IntervalIndex;

  @SafeIntegerColumn({ name: 'energy_flex_wh' })
  energyFlexWh!: WattHours;

  @Column('integer', { name: 'time_flex_intervals' })
  timeFlexIntervals!: number;

  /** Null: it was not activated. */
  @Column('integer', { name: 'start_shift_intervals', nullable: true })
  startShiftIntervals!: number | null;

  /** When settlement heard of it. */
  @InstantColumn({ name: 'known_at' })
  knownAt!: Instant;
}
