import type { MicroMoney } from '../money/decimal.js';

/** One side of a payment. The postings of one set sum to exactly 0. */
export interface Posting {
  /** Names the payment: what for, and for which delivery. */
  readonly set: string;
  /** The trade that is paid for; null: a reward or the tax, which are not for one. */
  readonly tradeId: string | null;
  readonly kind: 'energy' | 'transfer' | 'penalty' | 'reward' | 'tax';
  readonly party: string;
  /** Positive is received, negative is paid; never 0. */
  readonly amount: MicroMoney;
}
