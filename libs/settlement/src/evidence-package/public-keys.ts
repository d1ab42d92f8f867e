import { createPublicKey, type KeyObject } from 'node:crypto';
import type { Fault, Result } from '#flexoffer';
import { publicJwk } from './package-signature.js';

/** Trusted keys by their ids. */
export type PublicKeys = ReadonlyMap<string, KeyObject>;

/**
 * Reads trusted keys: a JSON Web Key Set, as the platform serves it, or one public key in PEM form. A key whose
 * `kid` is not its thumbprint is a fault, since a package names its key by it.
 */
export function readPublicKeys(text: string): Result<PublicKeys> {
  if (text.includes('-----BEGIN PUBLIC KEY-----')) return keysOf([{ path: '', input: text }]);
  const keys = keyList(text);
  if (keys === undefined)
    return fault('', 'must be a JSON Web Key Set ({"keys":[...]}) or a public key in PEM form');
  if (keys.length === 0) return fault('keys', 'holds no key');
  return keysOf(keys.map((key, index) => ({ path: `keys[${index}]`, input: key })));
}

function keysOf(inputs: readonly { readonly path: string; readonly input: unknown }[]): Result<PublicKeys> {
  const faults: Fault[] = [];
  const keys = new Map<string, KeyObject>();
  for (const { path, input } of inputs) {
    const key = publicKey(input);
    const jwk = key && publicJwk(key);
    const named = typeof input === 'object' && input !== null && 'kid' in input ? input.kid : jwk?.kid;
    if (key === undefined || jwk === undefined)
      faults.push({ path, message: 'must be a public Ed25519 key' });
    else if (named !== jwk.kid) faults.push({ path: `${path}.kid`, message: `must be ${jwk.kid}` });
    else keys.set(jwk.kid, key);
  }
  return faults.length > 0 ? { ok: false, faults } : { ok: true, value: keys };
}

function keyList(text: string): readonly unknown[] | undefined {
  try {
    const value: unknown = JSON.parse(text);
    const keys = typeof value === 'object' && value !== null && 'keys' in value ? value.keys : undefined;
    return Array.isArray(keys) ? keys : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** Undefined for whatever is not a public Ed25519 key. */
function publicKey(input: unknown): KeyObject | undefined {
  try {
    const key =
      typeof input === 'string'
        ? createPublicKey(input)
        : createPublicKey({ key: Object(input) as Record<string, string>, format: 'jwk' });
    return key.asymmetricKeyType === 'ed25519' ? key : undefined;
  } catch {
    // Node.js has many kinds of errors for what is no key, and all mean the same here.
    return undefined;
  }
}

function fault(path: string, message: string): Result<PublicKeys> {
  return { ok: false, faults: [{ path, message }] };
}
