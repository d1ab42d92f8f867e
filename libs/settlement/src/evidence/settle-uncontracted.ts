import { createHash } from 'node:crypto';
import { netWh } from '../net-energy.js';
import type { ReportLine, ReportTotals } from '../report/report-content.js';
import { settleParticipant } from '../report/settle-participant.js';
import type { TradedDelivery } from '../report/traded-delivery.js';
import { canonicalJson } from './canonical-json.js';
import type { VerifiableReport } from './evidence.js';
import type { EvidenceReading, SettlementFacts } from './settlement-facts.js';

/** All that a report without a contract depends on. */
export interface UncontractedFacts {
  readonly period: SettlementFacts['period'];
  readonly contract: null;
  readonly participantId: string;
  readonly currency: string;
  readonly deliveries: readonly TradedDelivery[];
  readonly readings: readonly EvidenceReading[];
}

/** The facts, reduced to those that the report depends on, and its figures. */
export interface UncontractedEvidence extends UncontractedFacts {
  readonly lines: readonly ReportLine[];
  readonly totals: ReportTotals;
}

/** A report without a contract and what proves it. */
export interface UncontractedSettlement {
  readonly report: VerifiableReport;
  readonly evidence: UncontractedEvidence;
}

/**
 * The report of deliveries for which no contract was in force: each line shows what was ordered and measured, says
 * so, and has no money, since nobody has agreed on any.
 */
export function settleUncontracted(facts: UncontractedFacts): UncontractedSettlement {
  const { period, participantId, currency, deliveries } = facts;
  const delivered = new Set(deliveries.map(({ interval }) => interval));
  const readings = facts.readings.filter(({ interval }) => delivered.has(interval));
  const actual = new Map(readings.map((one) => [one.interval, netWh(one.importWh, one.exportWh)]));
  const content = settleParticipant({
    ...period,
    contract: {
      id: '',
      version: 0,
      participantId,
      currency,
      baselineMethod: '',
      penaltyPerKwh: 0,
      toleranceWh: 0,
      shares: { prosumer: 0, aggregator: 0, operator: 0 },
    },
    deliveries,
    actualWh: (interval) => actual.get(interval),
    baselineWh: () => ({ ok: false, reason: 'no contract' }),
  });
  const lines = content.lines.map((line) => ({ ...line, missing: 'no contract' }));
  const { totals } = content;
  const evidence = { period, contract: null, participantId, currency, deliveries, readings, lines, totals };
  const evidenceHash = createHash('sha256').update(canonicalJson(evidence), 'utf8').digest('hex');
  return { report: { ...content, lines, evidenceHash }, evidence };
}
