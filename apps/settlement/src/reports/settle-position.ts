import {
  canonicalJson,
  settleUncontracted,
  settleWithEvidence,
  type EvidenceReading,
  type LocalDay,
  type VerifiableReport,
} from '#settlement';
import type { IntervalRange } from '../interval-range/interval-range.js';
import type { Position } from './positions.js';

/** What is known beside the position itself. */
export interface PositionFacts {
  readonly participantId: string;
  readonly currency: string;
  readonly period: IntervalRange;
  readonly zone: string;
  readonly eventDays: readonly LocalDay[];
  readonly readings: readonly EvidenceReading[];
}

/** A report and the text that proves it: canonical JSON, whose SHA-256 is the report's `evidenceHash`. */
export interface ProvenReport {
  readonly report: VerifiableReport;
  readonly evidence: string;
}

/** @throws Error if the facts contradict themselves: they were checked when they came in */
export function settlePosition(
  { contract, deliveries, rewards }: Position,
  facts: PositionFacts,
): ProvenReport {
  const { participantId, currency, period, zone, eventDays, readings } = facts;
  if (contract === undefined) {
    const { report, evidence } = settleUncontracted({
      period,
      contract: null,
      participantId,
      currency,
      deliveries,
      readings,
    });
    return { report, evidence: canonicalJson(evidence) };
  }
  const settled = settleWithEvidence({
    period,
    zone,
    contract,
    holidays: [],
    eventDays,
    deliveries,
    readings,
    ...(rewards === undefined ? {} : { rewards }),
  });
  if (!settled.ok) throw new Error(`${participantId} cannot be settled: ${JSON.stringify(settled.faults)}`);
  return { report: settled.value.report, evidence: canonicalJson(settled.value.evidence) };
}
