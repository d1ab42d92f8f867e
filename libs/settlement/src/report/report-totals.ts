import { formatMicro, microOf } from '../money/decimal.js';
import type { RewardLine } from '../reward/reward-line.js';
import type { Amount } from '../money/written-amount.js';
import type { ReportLine, ReportTotals } from './report-content.js';

/** Totals of a report: exact sums of its lines' and rewards' figures; one with something missing adds nothing. */
export function reportTotals(lines: readonly ReportLine[], rewardLines: readonly RewardLine[]): ReportTotals {
  const sum = (figure: (line: ReportLine) => Amount | null): bigint =>
    lines.map(figure).reduce((total, amount) => (amount === null ? total : total + microOf(amount)), 0n);
  const rewards = rewardLines.reduce(
    (total, { amount }) => (amount === null ? total : total + microOf(amount)),
    0n,
  );
  const amount = sum((line) => line.amount) + rewards;
  const penalty = sum((line) => line.penalty);
  return {
    grossAmount: formatMicro(sum((line) => line.grossAmount)),
    amount: formatMicro(amount),
    rewards: formatMicro(rewards),
    penalty: formatMicro(penalty),
    net: formatMicro(amount - penalty),
  };
}
