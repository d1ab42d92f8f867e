import type { WattHours } from '#flexoffer';

/**
 * Who of an aggregate's members delivers how much of what was sold: in proportion to the change that each makes in
 * the sold direction (default minus schedule, so positive is less consumption, as the buyer counts). Whole
 * watt-hours by largest remainder, ties to the earlier member:
 *
 * ```
 * sold +10      changes  +9   +6   -3     exact  6.0  4.0  0      split  6  4  0
 * sold  +2      changes  +1   +1   +1     exact  .67  .67  .67    split  1  1  0
 * ```
 * Nobody delivers more than its own change, or in the other direction, and the parts sum exactly to `soldWh`.
 *
 * @throws RangeError when more was sold than the members change
 */
export function splitSoldEnergy(soldWh: WattHours, changesWh: readonly WattHours[]): WattHours[] {
  const direction = Math.sign(soldWh);
  const rooms = changesWh.map((change) => BigInt(Math.max(0, direction * change)));
  const room = rooms.reduce((sum, each) => sum + each, 0n);
  const sold = BigInt(Math.abs(soldWh));
  if (sold > room)
    throw new RangeError(`${soldWh} Wh were sold, but the members change only ${room} Wh that way`);
  if (sold === 0n) return changesWh.map(() => 0);
  const parts = rooms.map((each) => (sold * each) / room);
  const left = Number(sold - parts.reduce((sum, each) => sum + each, 0n));
  // Remainders below one sum to `left`, so more than `left` of them are above zero: nobody without room gets a unit.
  const inLine = rooms.map((each, index) => ({ index, remainder: (sold * each) % room }));
  inLine.sort(
    (a, b) => Number(b.remainder > a.remainder) - Number(b.remainder < a.remainder) || a.index - b.index,
  );
  for (const { index } of inLine.slice(0, left)) parts[index] = (parts[index] ?? 0n) + 1n;
  return parts.map((part) => (part === 0n ? 0 : direction * Number(part)));
}
