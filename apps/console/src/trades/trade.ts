import type { Answer } from '../api/answer.js';
import type { Decimal } from '../format/money.js';

/** Energy sold by one order to another in one interval. */
export interface Trade {
  readonly tradeId: string;
  readonly gateId: string;
  readonly buyerId: string;
  readonly sellerId: string;
  readonly gridNode: string;
  /** Epoch milliseconds. */
  readonly intervalStart: number;
  /** The buyer's sign: positive is more production or less consumption. */
  readonly changeKwh: number;
  readonly pricePerKwh: Decimal;
  readonly currency: string;
}

export const decodeTrade = (answer: Answer): Trade => ({
  tradeId: answer.text('tradeId'),
  gateId: answer.text('gateId'),
  buyerId: answer.text('buyerId'),
  sellerId: answer.text('sellerId'),
  gridNode: answer.text('gridNode'),
  intervalStart: answer.instant('intervalStart'),
  changeKwh: answer.number('changeKwh'),
  pricePerKwh: answer.decimal('pricePerKwh'),
  currency: answer.text('currency'),
});

/** Each trade once; the latest delivery first. */
export function mergeTrades(known: readonly Trade[], heard: readonly Trade[]): Trade[] {
  const byId = new Map([...known, ...heard].map((trade) => [trade.tradeId, trade]));
  return [...byId.values()].sort(
    (a, b) => b.intervalStart - a.intervalStart || (a.tradeId < b.tradeId ? -1 : 1),
  );
}
