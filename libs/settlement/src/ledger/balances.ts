import type { MicroMoney } from '../money/decimal.js';
import { inNaturalOrder } from '../order.js';
import type { Posting } from './posting.js';

/** What each party is owed (positive) or owes, by party id in code unit order. All balances sum to 0. */
export function balances(postings: readonly Posting[]): Map<string, MicroMoney> {
  const sums = new Map<string, MicroMoney>();
  for (const { party, amount } of postings) sums.set(party, (sums.get(party) ?? 0n) + amount);
  return new Map([...sums].sort(([a], [b]) => inNaturalOrder(a, b)));
}
