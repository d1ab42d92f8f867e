import { createHash, createPublicKey, sign, verify, type KeyObject } from 'node:crypto';
import type { SignatureRecord } from './package-record.js';

/** A key that signs packages. */
export interface SigningKey {
  readonly keyId: string;
  /** Ed25519. */
  readonly privateKey: KeyObject;
}

/** A public key as RFC 8037 writes it, a JSON Web Key. */
export interface PublicKeyJwk {
  readonly kty: 'OKP';
  readonly crv: 'Ed25519';
  /** The key itself, base64url. */
  readonly x: string;
  readonly kid: string;
}

/**
 * The public half of an Ed25519 key, private or public. Its id is the thumbprint of RFC 7638: SHA-256 over the key's
 * required members, base64url.
 */
export function publicJwk(key: KeyObject): PublicKeyJwk {
  const { x } = (key.type === 'private' ? createPublicKey(key) : key).export({ format: 'jwk' });
  if (key.asymmetricKeyType !== 'ed25519' || x === undefined) throw new TypeError('not an Ed25519 key');
  return { kty: 'OKP', crv: 'Ed25519', x, kid: thumbprint(x) };
}

/** Signs everything up to the chain value `head`. The same key and head always give the same signature. */
export function signatureRecord(head: string, { keyId, privateKey }: SigningKey): SignatureRecord {
  const signature = sign(null, signedBytes(head), privateKey).toString('hex');
  return { type: 'signature', algorithm: 'Ed25519', keyId, head, signature };
}

/** Whether `signature` (hexadecimal) is the key's for this chain value. */
export function signatureHolds(head: string, signature: string, publicKey: KeyObject): boolean {
  if (!/^[0-9a-f]{128}$/.test(signature)) return false;
  return verify(null, signedBytes(head), publicKey, Buffer.from(signature, 'hex'));
}

/** Says what is signed, so that a signature cannot be passed off as one under anything else. */
function signedBytes(head: string): Buffer {
  return Buffer.from(`flexoffer-atp/evidence-package/1 ${head}`);
}

function thumbprint(x: string): string {
  return createHash('sha256')
    .update(JSON.stringify({ crv: 'Ed25519', kty: 'OKP', x }))
    .digest('base64url');
}
