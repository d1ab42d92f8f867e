import { createHash } from 'node:crypto';
import type { ReportContent, ReportLine, ReportTotals } from '../report/report-content.js';
import type { RewardLine } from '../reward/reward-line.js';
import { canonicalJson } from './canonical-json.js';
import type { EvidenceBaseline } from './evidence-baseline.js';
import type { SettlementFacts } from './settlement-facts.js';

/**
 * What an auditor needs to check a report without asking anybody: the facts, reduced to those that the report
 * depends on, and every figure that was computed from them. Lists are sorted, so that equal settlements have
 * equal evidence.
 */
export interface Evidence extends SettlementFacts {
  /** By day. */
  readonly baselines: readonly EvidenceBaseline[];
  readonly lines: readonly ReportLine[];
  readonly rewardLines: readonly RewardLine[];
  readonly totals: ReportTotals;
}

/** A report that names its evidence. */
export interface VerifiableReport extends ReportContent {
  /** SHA-256 of the evidence, 64 hexadecimal digits in lower case. */
  readonly evidenceHash: string;
}

/** SHA-256 of the canonical JSON of the evidence (UTF-8), in lower-case hexadecimal. */
export function evidenceHash(evidence: Evidence): string {
  return sha256(canonicalJson(evidence));
}

/** SHA-256 of a text (UTF-8), in lower-case hexadecimal. */
export function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}
