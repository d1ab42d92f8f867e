import type { EvidenceBaseline } from '../evidence/evidence-baseline.js';
import type { LedgerEntry } from '../ledger/ledger-entries.js';
import type { Amount } from '../money/written-amount.js';
import type { ReportContent, ReportLine } from '../report/report-content.js';
import type { RewardLine } from '../reward/reward-line.js';

export const PACKAGE_FORMAT = 'flexoffer-atp/evidence-package/1';

/** The run that a package proves. */
export interface PackagedRun {
  readonly runId: string;
  /** ISO 8601, UTC. */
  readonly from: string;
  /** Exclusive. */
  readonly to: string;
  /** Null: everybody. */
  readonly participantId: string | null;
  /** Readings and contracts count as they were known then. */
  readonly knownAt: string;
}

/** What is known of a report beside its content. */
export interface PackagedHead {
  readonly reportId: string;
  readonly version: number;
  readonly meterId: string | null;
  /** By which the figures were computed. */
  readonly codeVersion: string;
  /** The parties that the ledger knows as the operator and as the aggregator. */
  readonly operatorId: string;
  readonly aggregatorId: string;
}

/**
 * The lines of a package, in this order; each is one JSON object with its `type`:
 *
 * ```
 * package                                 once: the run
 *   report                                for each report: its head
 *     facts delivery... readings...       what it was computed from
 *     baseline... line... reward... totals posting...   its figures, which follow from those facts
 * balance...                              of each party over all reports
 * signature                               once: of everything before it
 * ```
 */
export type PackageRecord =
  | { readonly type: 'package'; readonly format: typeof PACKAGE_FORMAT; readonly run: PackagedRun }
  | ({ readonly type: 'report' } & PackagedHead)
  | FactRecord
  | FigureRecord
  | BalanceRecord
  | SignatureRecord;

/** Lists of any length have lines of their own; what else is known stands in `facts`. */
export type FactRecord =
  | { readonly type: 'facts'; readonly facts: object }
  | { readonly type: 'delivery'; readonly delivery: object }
  | { readonly type: 'readings'; readonly readings: readonly object[] };

export type FigureRecord =
  | { readonly type: 'baseline'; readonly baseline: EvidenceBaseline }
  | { readonly type: 'line'; readonly line: ReportLine }
  | { readonly type: 'reward'; readonly reward: RewardLine }
  | ({ readonly type: 'totals'; readonly evidenceHash: string } & Omit<ReportContent, 'lines' | 'rewards'>)
  | { readonly type: 'posting'; readonly posting: PackagedPosting };

/** A ledger entry with its amount as a decimal string. */
export type PackagedPosting = Omit<LedgerEntry, 'amount'> & { readonly amount: Amount };

/** What a party receives in the run less what it pays. */
export interface BalanceRecord {
  readonly type: 'balance';
  readonly party: string;
  readonly amount: Amount;
}

export interface SignatureRecord {
  readonly type: 'signature';
  readonly algorithm: 'Ed25519';
  readonly keyId: string;
  /** The chain value of the line before. */
  readonly head: string;
  /** Of `signedText(head)`; hexadecimal. */
  readonly signature: string;
}
