import type { Instant } from '#flexoffer';
import { InstantColumn } from '#persistence';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A request that was taken; repeated, it changes nothing. */
@Entity({ schema: 'foa', name: 'communication' })
export class Communication {
  @PrimaryColumn('text', { name: 'device_id' })
  deviceId!: string;

  @PrimaryColumn('text', { name: 'message_id' })
  messageId!: string;

  @Column('text', { name: 'content_hash' })
  contentHash!: string;

  @InstantColumn({ name: 'received_at' })
  receivedAt!: Instant;
}
