import type { Instant } from '#flexoffer';
import { InstantColumn, SafeIntegerColumn } from '#persistence';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { DeviceKind, GridNodeRecord, ParticipantRecord, SignConvention } from './records.js';

@Entity({ schema: 'directory', name: 'participant' })
export class Participant {
  @PrimaryColumn('text')
  id!: string;

  @Column('text')
  name!: string;

  @Column('text')
  role!: ParticipantRecord['role'];

  @Column('text', { name: 'grid_node', nullable: true })
  gridNode!: string | null;

  @Column('text', { name: 'contract_id', nullable: true })
  contractId!: string | null;

  @Column('text', { name: 'sign_convention' })
  signConvention!: SignConvention;
}

@Entity({ schema: 'directory', name: 'device' })
@Index('device_participant', ['participantId'])
export class Device {
  @PrimaryColumn('text')
  id!: string;

  @Column('text', { name: 'participant_id' })
  participantId!: string;

  @Column('text')
  kind!: DeviceKind;

  @Column('text', { name: 'grid_node', nullable: true })
  gridNode!: string | null;

  @Column('text', { name: 'meter_id', nullable: true })
  meterId!: string | null;

  @Column('integer', { name: 'poll_interval_seconds' })
  pollIntervalSeconds!: number;
}

@Entity({ schema: 'directory', name: 'grid_node' })
export class GridNode {
  @PrimaryColumn('text')
  id!: string;

  @Column('text')
  kind!: GridNodeRecord['kind'];

  @SafeIntegerColumn({ name: 'import_capacity_w', nullable: true })
  importCapacityW!: number | null;

  @SafeIntegerColumn({ name: 'export_capacity_w', nullable: true })
  exportCapacityW!: number | null;

  @SafeIntegerColumn({ name: 'transfer_price', nullable: true })
  transferPrice!: number | null;
}

/** Only the hash of a token is kept: who reads this table cannot use it. */
@Entity({ schema: 'directory', name: 'token' })
export class Token {
  @PrimaryColumn('text')
  id!: string;

  /** SHA-256, hex. Tokens are 256 random bits, so a plain hash cannot be guessed back. */
  @Column('text', { unique: true })
  hash!: string;

  @Column('text', { name: 'participant_id' })
  participantId!: string;

  @Column('text', { name: 'device_id', nullable: true })
  deviceId!: string | null;

  @InstantColumn({ name: 'issued_at' })
  issuedAt!: Instant;

  @InstantColumn({ name: 'revoked_at', nullable: true })
  revokedAt!: Instant | null;
}
