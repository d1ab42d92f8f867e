import { createHash } from 'node:crypto';
import {
  canonicalJson,
  settleWithEvidence,
  type EvidenceReading,
  type LocalDay,
  type VerifiableReport,
} from '#settlement';
import type { IntervalRange } from '../interval-range/interval-range.js';
import type { Position } from './positions.js';
import { uncontractedReport, type UncontractedFacts } from './uncontracted.js';

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
export function settlePosition({ contract, deliveries }: Position, facts: PositionFacts): ProvenReport {
  const { participantId, currency, period, zone, eventDays, readings } = facts;
  if (contract === undefined) {
    const delivered = new Set(deliveries.map(({ interval }) => interval));
    const used = readings.filter(({ interval }) => delivered.has(interval));
    return proveUncontracted({
      period,
      contract: null,
      participantId,
      currency,
      deliveries,
      readings: used,
    });
  }
  const settled = settleWithEvidence({
    period,
    zone,
    contract,
    holidays: [],
    eventDays,
    deliveries,
    readings,
  });
  if (!settled.ok) throw new Error(`${participantId} cannot be settled: ${JSON.stringify(settled.faults)}`);
  return { report: settled.value.report, evidence: canonicalJson(settled.value.evidence) };
}

/** The report of deliveries without a contract, with its evidence. */
export function proveUncontracted(facts: UncontractedFacts): ProvenReport {
  const content = uncontractedReport(facts);
  const evidence = canonicalJson({ ...facts, lines: content.lines, totals: content.totals });
  return { report: { ...content, evidenceHash: sha256(evidence) }, evidence };
}

/** SHA-256 of a text (UTF-8), in lower-case hexadecimal. */
export function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}
