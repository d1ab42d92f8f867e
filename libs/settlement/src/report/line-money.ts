import type { WattHours } from '#flexoffer';
import { amountMicro } from '../money/amount.js';
import { formatMicro, type MicroMoney } from '../money/decimal.js';
import { divideRounded } from '../money/rounding.js';
import { splitByShares, WHOLE_SHARE } from '../money/split.js';
import type { ReportLine } from './report-content.js';
import type { SettlementContract } from './settlement-contract.js';

type LineMoney = Pick<
  ReportLine,
  'grossAmount' | 'amount' | 'aggregatorAmount' | 'operatorAmount' | 'transferAmount' | 'penalty'
>;

/** The money of a line with something missing: none, which is not the same as 0. */
export const UNKNOWN_MONEY: LineMoney = {
  grossAmount: null,
  amount: null,
  aggregatorAmount: null,
  operatorAmount: null,
  transferAmount: null,
  penalty: null,
};

/**
 * The money of one line. The price is per kWh delivered in the direction of the order, so that it pays the same for
 * less consumption and for more; below 0 the participant pays. Each line is rounded and split by itself, so that
 * lines, totals and ledger agree to the last millionth. Where the contract has rewards, the participant gets the one per
 * kWh, and the aggregator what the operator leaves of the price.
 */
export function lineMoney(
  {
    price,
    transferPrice,
    orderedWh,
    deliveredWh,
  }: {
    readonly price: number;
    readonly transferPrice: number;
    readonly orderedWh: WattHours;
    readonly deliveredWh: WattHours;
  },
  penalisedWh: WattHours,
  contract: SettlementContract,
): LineMoney {
  const { shares, rewards } = contract;
  const gross = amountMicro(Math.abs(deliveredWh), price);
  const roles = Object.entries(shares).map(([party, share]: [string, number]) => ({ party, share }));
  const split = splitByShares(gross, roles);
  const operator = split.get('operator') ?? 0n;
  const own = rewards
    ? amountMicro(Math.abs(deliveredWh), rewards.activationPerKwh)
    : (split.get('prosumer') ?? 0n);
  return {
    grossAmount: formatMicro(gross),
    amount: formatMicro(own),
    aggregatorAmount: formatMicro(gross - operator - own),
    operatorAmount: formatMicro(operator),
    transferAmount: formatMicro(amountMicro(Math.abs(deliveredWh), transferPrice)),
    penalty: formatMicro(penaltyMicro(penalisedWh, amountMicro(Math.abs(orderedWh), price), contract)),
  };
}

/** @param whole what the whole order would have earned; an order at a price below 0 would have earned nothing */
function penaltyMicro(
  penalisedWh: WattHours,
  whole: MicroMoney,
  { penaltyPerKwh, penaltyCap }: SettlementContract,
): MicroMoney {
  const penalty = amountMicro(penalisedWh, penaltyPerKwh);
  if (penaltyCap === undefined) return penalty;
  const most = divideRounded((whole > 0n ? whole : 0n) * BigInt(penaltyCap), BigInt(WHOLE_SHARE));
  return penalty < most ? penalty : most;
}
