import { createHash } from 'node:crypto';
import {
  balances,
  canonicalJson,
  formatMicro,
  postings,
  settleUncontracted,
  verifyReport,
  type Difference,
  type Evidence,
  type LedgerParties,
  type ReportContent,
  type UncontractedEvidence,
  type VerifiableReport,
} from '#settlement';
import type { PartyBalance } from '../ledger/ledger-balances.js';

/** What was stored of a report. */
export interface StoredSettlement {
  readonly report: VerifiableReport;
  readonly evidence: string;
  readonly balances: readonly PartyBalance[];
}

/** The outcome of computing a report again from its evidence. */
export interface ReportVerification {
  readonly valid: boolean;
  readonly differences: readonly Difference[];
  /** Of the evidence as it is stored now. */
  readonly evidenceHash: string;
}

/** Computes the report and its ledger entries again from the evidence, and names every figure that differs. */
export function verifySettlement(stored: StoredSettlement, parties: LedgerParties): ReportVerification {
  const evidence = JSON.parse(stored.evidence) as Evidence | UncontractedEvidence;
  const found = [
    ...(evidence.contract === null
      ? uncontractedDifferences(stored, evidence)
      : verifyReport(stored.report, evidence).differences),
    ...ledgerDifferences(stored, parties),
  ];
  return { valid: found.length === 0, differences: found, evidenceHash: sha256(stored.evidence) };
}

function uncontractedDifferences(stored: StoredSettlement, evidence: UncontractedEvidence): Difference[] {
  const again = settleUncontracted(evidence);
  const same = canonicalJson(again.report) === canonicalJson(stored.report);
  return same && canonicalJson(again.evidence) === stored.evidence
    ? []
    : [{ path: 'report', reported: stored.report, recomputed: again.report }];
}

function ledgerDifferences(
  { report, balances: entered }: StoredSettlement,
  parties: LedgerParties,
): Difference[] {
  const reported = new Map(entered.map(({ party, amount }) => [party, amount]));
  const recomputed = new Map(expectedBalances(report, parties));
  return [...new Set([...reported.keys(), ...recomputed.keys()])]
    .filter((party) => reported.get(party) !== recomputed.get(party))
    .map((party) => ({
      path: `ledger.${party}`,
      reported: reported.get(party),
      recomputed: recomputed.get(party),
    }));
}

function expectedBalances(report: ReportContent, parties: LedgerParties): [string, string][] {
  return [...balances(postings(report, parties))].map(([party, amount]) => [party, formatMicro(amount)]);
}

/** SHA-256 of a text (UTF-8), in lower-case hexadecimal. */
function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}
