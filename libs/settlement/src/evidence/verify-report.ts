import type { ReportContent } from '../report/report-content.js';
import type { Difference } from './differences.js';
import { differences } from './differences.js';
import type { Evidence, VerifiableReport } from './evidence.js';
import { evidenceHash } from './evidence.js';
import { settleWithEvidence } from './settle-with-evidence.js';

/** The outcome of a verification; `valid` means that there are no differences. */
export interface Verification {
  readonly valid: boolean;
  readonly differences: readonly Difference[];
}

/**
 * Computes a report again from the facts in its evidence and names every figure that differs:
 *
 * - `report...` in the report, `evidence...` in the figures of the evidence (baselines, lines, totals, and facts that
 *   the settlement would not have kept);
 * - `report.evidenceHash` if the evidence is not the one that the report names, even if no figure depends on what
 *   was changed;
 * - `evidence.<fact>` with the broken rule as `recomputed`, if the facts cannot be settled at all.
 *
 * Fields of the report beyond its content (ids, version, time of knowledge) are not looked at.
 */
export function verifyReport(report: VerifiableReport, evidence: Evidence): Verification {
  const named = differences('report.evidenceHash', report.evidenceHash, evidenceHash(evidence));
  const found = [...named, ...recomputedDifferences(report, evidence)];
  return { valid: found.length === 0, differences: found };
}

function recomputedDifferences(report: VerifiableReport, evidence: Evidence): Difference[] {
  const again = settleWithEvidence(evidence);
  if (!again.ok) {
    return again.faults.map(({ path, message }) => ({
      path: `evidence.${path}`,
      reported: undefined,
      recomputed: message,
    }));
  }
  return [
    ...differences('report', contentOf(report), contentOf(again.value.report)),
    ...differences('evidence', evidence, again.value.evidence),
  ];
}

/** Only what is settled: the report as it is stored has more. */
function contentOf(report: ReportContent): ReportContent {
  const { participantId, contractId, contractVersion, currency, from, to, lines, rewards, totals } = report;
  return { participantId, contractId, contractVersion, currency, from, to, lines, rewards, totals };
}
