import type { WattHours } from '../flex-offer.js';

/**
 * How much of `amount` the first recipients get together, if they have `roomSoFar` of all the `room`: their exact
 * part, rounded up. Whole numbers, `0 <= roomSoFar <= room`, `amount <= room`, `room > 0`; products may pass 2^53.
 */
export function shareOfFirst(amount: WattHours, roomSoFar: WattHours, room: WattHours): WattHours {
  const product = amount * roomSoFar;
  // Below 2^53 the quotient is at least 1 / room away from any whole number that it is not, so rounding cannot hide it.
  if (product <= Number.MAX_SAFE_INTEGER) return Math.ceil(product / room);
  const divisor = BigInt(room);
  return Number((BigInt(amount) * BigInt(roomSoFar) + divisor - 1n) / divisor);
}

/**
 * Shares a whole amount over recipients in proportion to their room: whatever the number of the first recipients,
 * together they get their exact part rounded up.
 *
 * ```
 * amount 5, rooms   4    4    4          exact  1.67  1.67  1.67
 * together          4    8   12                 1.67  3.33  5
 * rounded up                                    2     4     5        shares 2, 2, 1
 * ```
 * So every share is the exact one rounded up or down, no share exceeds its room, the shares sum exactly to the
 * amount, and one pass in the order of the recipients is enough.
 *
 * `amount` and all rooms are non-negative integers.
 *
 * @throws RangeError if there is less room than amount
 */
export function shareCumulatively(amount: WattHours, rooms: readonly WattHours[]): WattHours[] {
  const room = rooms.reduce((sum, each) => sum + each, 0);
  if (amount > room) throw new RangeError(`cannot share ${amount} over a room of ${room}`);
  if (amount === 0) return rooms.map(() => 0);
  let roomSoFar = 0;
  let shared = 0;
  return rooms.map((each) => {
    roomSoFar += each;
    const share = shareOfFirst(amount, roomSoFar, room) - shared;
    shared += share;
    return share;
  });
}
