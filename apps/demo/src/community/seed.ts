import { createHash } from 'node:crypto';

/** A number in [0, 1) that depends on the text alone: the demo's only source of variety. */
export function fractionOf(text: string): number {
  return createHash('sha256').update(text).digest().readUInt32BE(0) / 2 ** 32;
}

/** A whole number from `lowest` to `highest`, both included, that depends on the text alone. */
export function wholeOf(text: string, lowest: number, highest: number): number {
  return lowest + Math.floor(fractionOf(text) * (highest - lowest + 1));
}
