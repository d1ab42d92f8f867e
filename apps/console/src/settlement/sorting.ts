import { microOf } from '../format/money.js';
import type { ReportSummary } from './report.js';

export type ReportColumn =
  'participantId' | 'version' | 'lines' | 'missingLines' | 'amount' | 'penalty' | 'net';

export interface Sorting {
  readonly column: ReportColumn;
  readonly descending: boolean;
}

/** The same column again turns the order round; another column begins ascending. */
export const sortingAfter = (current: Sorting, column: ReportColumn): Sorting => ({
  column,
  descending: current.column === column && !current.descending,
});

/** A new list in the order asked for; equal reports stand in the order of their participants, then of their ids. */
export function sortReports(
  reports: readonly ReportSummary[],
  { column, descending }: Sorting,
): ReportSummary[] {
  const direction = descending ? -1 : 1;
  return [...reports].sort(
    (a, b) =>
      direction * compare(keyOf(a, column), keyOf(b, column)) ||
      compare(a.participantId, b.participantId) ||
      compare(a.reportId, b.reportId),
  );
}

function keyOf(report: ReportSummary, column: ReportColumn): string | number | bigint {
  if (column === 'amount' || column === 'penalty' || column === 'net') return microOf(report[column]);
  return report[column];
}

function compare(a: string | number | bigint, b: string | number | bigint): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
