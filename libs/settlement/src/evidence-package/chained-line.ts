import { createHash } from 'node:crypto';
import type { Result } from '#flexoffer';
import { canonicalJson } from '../evidence/canonical-json.js';

/** The chain value before the first line. */
export const CHAIN_START = '0'.repeat(64);

const BEFORE_CHAIN = Buffer.from('{"chain":"');
const BEFORE_RECORD = Buffer.from('","record":');
const RECORD_AT = BEFORE_CHAIN.length + CHAIN_START.length + BEFORE_RECORD.length;

/** A line of a package and the chain value that it carries. */
export interface ChainedLine {
  /** Without its end of line. */
  readonly text: string;
  readonly chain: string;
}

/**
 * Writes a record as the next line of a chain: `{"chain":"<value>","record":<canonical JSON>}`, where the value is
 * SHA-256, in lower-case hexadecimal, of the value before (64 characters) followed by the record's bytes. So every
 * line stands for all lines before it.
 */
export function chainedLine(before: string, record: object): ChainedLine {
  const content = canonicalJson(record);
  const chain = chainValue(before, Buffer.from(content));
  return { text: `{"chain":"${chain}","record":${content}}`, chain };
}

/** A line that was read, with its record as plain JSON. */
export interface ReadLine {
  readonly chain: string;
  readonly record: Readonly<Record<string, unknown>>;
}

/** Reads the line that follows the chain value `before`; a fault if one byte of it is not what it must be. */
export function readChainedLine(before: string, line: Buffer): Result<ReadLine> {
  const content = recordOf(line);
  if (content === undefined) return fault('', 'is not a line of an evidence package');
  const chain = chainValue(before, content);
  if (line.toString('latin1', BEFORE_CHAIN.length, BEFORE_CHAIN.length + chain.length) !== chain)
    return fault('chain', 'does not follow: this line, or the order of the lines, was changed');
  const record = parsed(content);
  return record === undefined
    ? fault('record', 'must be a JSON object')
    : { ok: true, value: { chain, record } };
}

function recordOf(line: Buffer): Buffer | undefined {
  const chainEnd = BEFORE_CHAIN.length + CHAIN_START.length;
  const framed =
    line.length > RECORD_AT &&
    line.subarray(0, BEFORE_CHAIN.length).equals(BEFORE_CHAIN) &&
    line.subarray(chainEnd, RECORD_AT).equals(BEFORE_RECORD) &&
    line.at(-1) === '}'.charCodeAt(0);
  return framed ? line.subarray(RECORD_AT, -1) : undefined;
}

function parsed(content: Buffer): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(content.toString('utf8'));
    return typeof value === 'object' && value !== null ? { ...value } : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function chainValue(before: string, content: Buffer): string {
  return createHash('sha256').update(before, 'latin1').update(content).digest('hex');
}

function fault(
  path: string,
  message: string,
): { readonly ok: false; readonly faults: { path: string; message: string }[] } {
  return { ok: false, faults: [{ path, message }] };
}
