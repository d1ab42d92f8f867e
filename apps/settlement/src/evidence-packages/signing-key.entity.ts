import type { Instant } from '#flexoffer';
import { InstantColumn } from '#persistence';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A key that signs evidence packages, or did; its public half is published for ever. */
@Entity({ schema: 'settlement', name: 'signing_key' })
export class SigningKeyRow {
  /** The thumbprint of RFC 7638. */
  @PrimaryColumn('text', { name: 'key_id' })
  keyId!: string;

  /** Base64url. */
  @Column('text', { name: 'public_key' })
  publicKey!: string;

  /** PKCS #8, base64; null: it is a setting, and not kept here. */
  @Column('text', { name: 'private_key', nullable: true })
  privateKey!: string | null;

  @InstantColumn({ name: 'created_at' })
  createdAt!: Instant;
}
