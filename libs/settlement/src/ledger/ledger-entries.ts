import type { ReportContent } from '../report/report-content.js';
import type { Posting } from './posting.js';
import { postings, type LedgerParties } from './postings.js';

/** A posting with its place in the ledger. */
export interface LedgerEntry extends Posting {
  /** Numbers the entries of a report from 0. */
  readonly entry: number;
}

/** What a report puts into the ledger, in its order. */
export function ledgerEntries(report: ReportContent, parties: LedgerParties): LedgerEntry[] {
  return postings(report, parties).map((posting, entry) => ({ ...posting, entry }));
}
