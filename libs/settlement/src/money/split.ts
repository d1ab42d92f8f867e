import { inNaturalOrder } from '../order.js';
import type { MicroMoney } from './decimal.js';

/** A share of one is a million parts. */
export const WHOLE_SHARE = 1_000_000;

/** Who gets how many millionths of an amount. */
export interface Share {
  readonly party: string;
  /** Integer parts per million, 0 to 1000000. */
  readonly share: number;
}

/**
 * Splits an amount by shares, by the largest remainder: everyone first gets its part rounded toward zero, and
 * the millionths left over go, one each, to those whose parts lost the largest fraction. Among equal fractions
 * the larger share comes first, then the party's id in code unit order; a party without a share gets nothing.
 * The parts sum exactly to the amount and do not depend on the order of the shares, and a negative amount is
 * split as the opposite of the positive one. A party named twice gets both parts.
 *
 * @throws RangeError unless the shares are integers of at least 0 that sum to 1000000
 */
export function splitByShares(amount: MicroMoney, shares: readonly Share[]): Map<string, MicroMoney> {
  assertWhole(shares);
  const magnitude = amount < 0n ? -amount : amount;
  const sign = amount < 0n ? -1n : 1n;
  const whole = BigInt(WHOLE_SHARE);
  const parts = shares.map(({ party, share }) => {
    const exact = magnitude * BigInt(share);
    return { party, share, floor: exact / whole, lost: exact % whole };
  });
  parts.sort(
    (a, b) => inNaturalOrder(b.lost, a.lost) || b.share - a.share || inNaturalOrder(a.party, b.party),
  );
  let left = magnitude - parts.reduce((sum, part) => sum + part.floor, 0n);
  const split = new Map<string, MicroMoney>();
  for (const { party, floor } of parts) {
    const extra = left > 0n ? 1n : 0n;
    left -= extra;
    split.set(party, (split.get(party) ?? 0n) + sign * (floor + extra));
  }
  return split;
}

function assertWhole(shares: readonly Share[]): void {
  const sum = shares.reduce((total, { share }) => total + share, 0);
  if (sum !== WHOLE_SHARE || shares.some(({ share }) => !Number.isSafeInteger(share) || share < 0)) {
    throw new RangeError(`shares must be parts per million that sum to ${WHOLE_SHARE}`);
  }
}
