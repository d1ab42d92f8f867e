/**
 * Shares a whole amount over recipients in proportion to their room, by the largest remainder method: every share
 * is the exact quota rounded down or up, no share exceeds its room, and the shares sum exactly to the amount.
 * Equal remainders go to the earlier recipient.
 *
 * `amount` and all rooms are non-negative integers. Throws if there is less room than amount.
 */
export function shareInProportion(amount: number, rooms: readonly number[]): number[] {
  const total = rooms.reduce((sum, room) => sum + room, 0);
  if (amount > total) throw new RangeError(`cannot share ${amount} over a room of ${total}`);
  if (amount === 0) return rooms.map(() => 0);
  const quotas = rooms.map((room, index) => ({ index, ...quota(amount, room, total) }));
  const shares = quotas.map(({ whole }) => whole);
  let left = amount - shares.reduce((sum, share) => sum + share, 0);
  // Remainders below one sum to `left`, so more than `left` of them are above zero: no full recipient gets a unit.
  const byRemainder = quotas.sort((a, b) => b.remainder - a.remainder || a.index - b.index);
  for (const { index, whole } of byRemainder) {
    if (left === 0) break;
    shares[index] = whole + 1;
    left -= 1;
  }
  return shares;
}

/** `amount * room / total` as a whole part and the numerator of the rest; products may pass 2^53. */
function quota(amount: number, room: number, total: number): { whole: number; remainder: number } {
  const product = amount * room;
  if (Number.isSafeInteger(product)) {
    const remainder = product % total;
    return { whole: (product - remainder) / total, remainder };
  }
  const exact = BigInt(amount) * BigInt(room);
  const divisor = BigInt(total);
  return { whole: Number(exact / divisor), remainder: Number(exact % divisor) };
}
