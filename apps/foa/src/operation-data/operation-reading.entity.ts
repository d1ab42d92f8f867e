import type { Instant } from '#flexoffer';
import { PrimaryInstantColumn } from '#persistence';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a device measured at an instant: power, energy, state of charge, temperature. */
@Entity({ schema: 'foa', name: 'operation_reading' })
export class OperationReading {
  @PrimaryColumn('text', { name: 'device_id' })
  deviceId!: string;

  @PrimaryInstantColumn()
  at!: Instant;

  @Column('jsonb')
  values!: Readonly<Record<string, number>>;
}
