import type { Instant, WattHours } from '#flexoffer';
import { InstantColumn } from '#persistence';
import type { LocalDay } from '#settlement';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One version of what a participant said beforehand that its meter would show on a day. */
@Entity({ schema: 'settlement', name: 'prognosis' })
export class SubmittedPrognosis {
  @PrimaryColumn('text', { name: 'meter_id' })
  meterId!: string;

  @PrimaryColumn('text')
  day!: LocalDay;

  @PrimaryColumn('integer')
  version!: number;

  /** One place for each of the day's 92, 96 or 100 quarter-hours, consumption-positive. */
  @Column('jsonb', { name: 'energy_wh' })
  energyWh!: readonly WattHours[];

  @InstantColumn({ name: 'submitted_at' })
  submittedAt!: Instant;
}
