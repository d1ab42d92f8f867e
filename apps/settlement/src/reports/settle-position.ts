import {
  settleUncontracted,
  settleWithEvidence,
  type SettlementFacts,
  type VerifiableReport,
} from '#settlement';
import type { Position } from './positions.js';

/** What is known beside the position itself. */
export interface PositionFacts extends Omit<SettlementFacts, 'contract' | 'deliveries' | 'meterId'> {
  readonly participantId: string;
  readonly currency: string;
}

/** A report and the text that proves it: canonical JSON, whose SHA-256 is the report's `evidenceHash`. */
export interface ProvenReport {
  readonly report: VerifiableReport;
  readonly evidence: string;
}

/** @throws Error if the facts contradict themselves: they were checked when they came in */
export function settlePosition(
  { contract, meterId, deliveries, rewards }: Position,
  facts: PositionFacts,
): ProvenReport {
  const { participantId, currency, ...conditions } = facts;
  if (contract === undefined) {
    const { period, zone, readings } = facts;
    const place = { period, zone, meterId: meterId ?? null };
    const uncontracted = { ...place, contract: null, participantId, currency, deliveries, readings };
    const { report, evidenceText } = settleUncontracted(uncontracted);
    return { report, evidence: evidenceText };
  }
  const settled = settleWithEvidence({
    ...conditions,
    contract,
    meterId: meterId ?? null,
    deliveries,
    ...(rewards === undefined ? {} : { rewards }),
  });
  if (!settled.ok) throw new Error(`${participantId} cannot be settled: ${JSON.stringify(settled.faults)}`);
  return { report: settled.value.report, evidence: settled.value.evidenceText };
}
