import { describe, expect, it } from '@jest/globals';
import type { Decimal } from '../format/money.js';
import type { ReportSummary } from './report.js';
import { sortReports, sortingAfter } from './sorting.js';

const report = (participantId: string, net: Decimal, lines = 1): ReportSummary => ({
  reportId: `r-${participantId}`,
  participantId,
  version: 1,
  currency: 'CHF',
  amount: net,
  penalty: '0',
  net,
  lines,
  missingLines: 0,
});

const reports = [report('b', '9.5', 2), report('c', '-10'), report('a', '10.25', 2)];
const order = (sorted: readonly ReportSummary[]): string => sorted.map((item) => item.participantId).join('');

describe('sorting reports', () => {
  it('sorts money by value, not by its letters', () => {
    expect(order(sortReports(reports, { column: 'net', descending: false }))).toBe('cba');
    expect(order(sortReports(reports, { column: 'net', descending: true }))).toBe('abc');
  });

  it('keeps equal rows in the order of their participants, both ways', () => {
    expect(order(sortReports(reports, { column: 'lines', descending: false }))).toBe('cab');
    expect(order(sortReports(reports, { column: 'lines', descending: true }))).toBe('abc');
  });

  it('turns round on the same column only', () => {
    const first = sortingAfter({ column: 'net', descending: false }, 'net');
    expect(first).toEqual({ column: 'net', descending: true });
    expect(sortingAfter(first, 'lines')).toEqual({ column: 'lines', descending: false });
  });
});
