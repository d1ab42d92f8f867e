import type { MicroMoney } from '../money/decimal.js';

/** One side of a payment. The postings of one set sum to exactly 0. */
export interface Posting {
  /** Names the payment: what for, and for which delivery. */
  readonly set: string;
  /** The trade that is paid for. */
  readonly tradeId: string;
  readonly kind: 'energy' | 'transfer' | 'penalty';
  readonly party: string;
  /** Positive is received, negative is paid; never 0. */
  readonly amount: MicroMoney;
}
