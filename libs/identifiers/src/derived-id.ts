import { createHash } from 'node:crypto';

/**
 * An id that follows from what it names, so that the same thing gets the same id however often it is sent,
 * after whatever crash, and on every machine.
 *
 * @param prefix two or three letters that tell a reader the kind of thing (`fo`, `tr`, ...)
 * @param parts the natural key; order matters
 */
export function derivedId(prefix: string, ...parts: readonly (string | number)[]): string {
  return `${prefix}-${contentHash(parts).slice(0, 20)}`;
}

/** SHA-256 (hex) of a JSON value as JSON.stringify writes it: tells whether two messages are the same. */
export function contentHash(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex');
}
