/** A double holds this many binary digits exactly. */
const EXACT_BITS = 53;

/** The base-2 logarithm of a count of at least 1, however many digits it has. */
export function bitsOf(count: bigint): number {
  const dropped = Math.max(0, count.toString(2).length - EXACT_BITS);
  return Math.log2(Number(count >> BigInt(dropped))) + dropped;
}
