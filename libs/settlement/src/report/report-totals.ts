import { formatMicro, microOf } from '../money/decimal.js';
import type { Amount, ReportLine, ReportTotals } from './report-content.js';

/** Totals of a report: exact sums of its lines' figures; a line with something missing adds nothing. */
export function reportTotals(lines: readonly ReportLine[]): ReportTotals {
  const sum = (figure: (line: ReportLine) => Amount | null): bigint =>
    lines.map(figure).reduce((total, amount) => (amount === null ? total : total + microOf(amount)), 0n);
  const amount = sum((line) => line.amount);
  const penalty = sum((line) => line.penalty);
  return {
    grossAmount: formatMicro(sum((line) => line.grossAmount)),
    amount: formatMicro(amount),
    penalty: formatMicro(penalty),
    net: formatMicro(amount - penalty),
  };
}
