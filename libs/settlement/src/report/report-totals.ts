import { formatMicro, microOf } from '../money/decimal.js';
import { divideRounded } from '../money/rounding.js';
import { WHOLE_SHARE } from '../money/split.js';
import type { Amount } from '../money/written-amount.js';
import type { RewardLine } from '../reward/reward-line.js';
import type { ReportLine, ReportTotals } from './report-content.js';

/**
 * Totals of a report: exact sums of its lines' and rewards' figures; one with something missing adds nothing. The tax
 * is on what the participant earns, and not on penalties, which compensate the buyer; it is rounded once, for the whole
 * report, a half away from zero.
 *
 * @param taxRate parts per million
 */
export function reportTotals(
  lines: readonly ReportLine[],
  rewardLines: readonly RewardLine[],
  taxRate: number,
): ReportTotals {
  const sum = (amounts: readonly (Amount | null)[]): bigint =>
    amounts.reduce((total, amount) => (amount === null ? total : total + microOf(amount)), 0n);
  const rewards = sum(rewardLines.map(({ amount }) => amount));
  const amount = sum(lines.map((line) => line.amount)) + rewards;
  const penalty = sum(lines.map((line) => line.penalty));
  const tax = divideRounded(amount * BigInt(taxRate), BigInt(WHOLE_SHARE));
  return {
    grossAmount: formatMicro(sum(lines.map((line) => line.grossAmount))),
    amount: formatMicro(amount),
    rewards: formatMicro(rewards),
    penalty: formatMicro(penalty),
    net: formatMicro(amount - penalty),
    tax: formatMicro(tax),
    payable: formatMicro(amount - penalty + tax),
  };
}
