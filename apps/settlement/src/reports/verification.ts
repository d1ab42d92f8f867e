import {
  balances,
  canonicalJson,
  formatMicro,
  postings,
  verifyReport,
  type Difference,
  type Evidence,
  type LedgerParties,
  type ReportContent,
  type VerifiableReport,
} from '#settlement';
import type { PartyBalance } from '../ledger/ledger-balances.js';
import { proveUncontracted, sha256 } from './settle-position.js';
import type { UncontractedFacts } from './uncontracted.js';

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
  const evidence = JSON.parse(stored.evidence) as Evidence | UncontractedFacts;
  const found = [
    ...(evidence.contract === null
      ? uncontractedDifferences(stored, evidence)
      : verifyReport(stored.report, evidence).differences),
    ...ledgerDifferences(stored, parties),
  ];
  return { valid: found.length === 0, differences: found, evidenceHash: sha256(stored.evidence) };
}

function uncontractedDifferences(stored: StoredSettlement, evidence: UncontractedFacts): Difference[] {
  const { period, contract, participantId, currency, deliveries, readings } = evidence;
  const again = proveUncontracted({ period, contract, participantId, currency, deliveries, readings });
  const same = canonicalJson(again.report) === canonicalJson(stored.report);
  return same && again.evidence === stored.evidence
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
