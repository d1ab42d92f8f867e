import type { ReportContent, ReportTotals } from '#settlement';

/** What lists show of a report. */
export interface StoredSummary {
  readonly currency: string;
  readonly totals: ReportTotals;
  /** How many lines there are, and how many of them have no amount since something is missing. */
  readonly lines: number;
  readonly missingLines: number;
}

export function summaryOf({ currency, totals, lines }: ReportContent): StoredSummary {
  const missingLines = lines.filter(({ missing }) => missing !== undefined).length;
  return { currency, totals, lines: lines.length, missingLines };
}
