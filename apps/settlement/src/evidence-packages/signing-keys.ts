import { createPrivateKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { IsNull, Not } from 'typeorm';
import { Clock } from '#clock';
import { CONFIGURATION, type Configuration } from '#configuration';
import { Database, type Transaction } from '#persistence';
import { publicJwk, type SigningKey } from '#settlement';
import { SigningKeyRow } from './signing-key.entity.js';

/** A key for pg_advisory_xact_lock: only one signing key is ever made. */
const SIGNING_KEY_LOCK = 7_245_985;

/** The keys of this platform: the one that signs, and the public halves of all that ever did. */
@Injectable()
export class SigningKeys {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
  ) {}

  /** The key of the settings, or else the one that was made at the first need and is kept in the database. */
  current(): Promise<SigningKey> {
    return this.database.transaction(async (transaction) => {
      await transaction.query('SELECT pg_advisory_xact_lock($1)', [SIGNING_KEY_LOCK]);
      const { signingKey } = this.configuration;
      if (signingKey !== undefined) return this.keep(transaction, privateKeyOf(signingKey), null);
      const kept = await transaction.manager.findOneBy(SigningKeyRow, { privateKey: Not(IsNull()) });
      if (kept?.privateKey) return signingKeyOf(privateKeyOf(kept.privateKey));
      const { privateKey } = generateKeyPairSync('ed25519');
      const written = privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64');
      return this.keep(transaction, privateKey, written);
    });
  }

  /** All that ever signed, the oldest first. */
  async all(): Promise<readonly SigningKeyRow[]> {
    await this.current();
    return this.database.dataSource
      .getRepository(SigningKeyRow)
      .find({ order: { createdAt: 'ASC', keyId: 'ASC' } });
  }

  private async keep(
    { manager }: Transaction,
    privateKey: KeyObject,
    written: string | null,
  ): Promise<SigningKey> {
    const { kid: keyId, x: publicKey } = publicJwk(privateKey);
    const row = { keyId, publicKey, privateKey: written, createdAt: this.clock.now() };
    await manager.createQueryBuilder().insert().into(SigningKeyRow).values(row).orIgnore().execute();
    return signingKeyOf(privateKey);
  }
}

function signingKeyOf(privateKey: KeyObject): SigningKey {
  return { keyId: publicJwk(privateKey).kid, privateKey };
}

function privateKeyOf(written: string): KeyObject {
  return createPrivateKey({ key: Buffer.from(written, 'base64'), format: 'der', type: 'pkcs8' });
}
