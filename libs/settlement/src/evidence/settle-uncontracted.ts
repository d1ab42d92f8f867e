import { localDayOf } from '../calendar/local-day-of.js';
import type { ReportLine, ReportTotals } from '../report/report-content.js';
import { settleParticipant } from '../report/settle-participant.js';
import type { TradedDelivery } from '../report/traded-delivery.js';
import { canonicalJson } from './canonical-json.js';
import type { VerifiableReport } from './evidence.js';
import { sha256 } from './evidence.js';
import type { ReadingDay } from './reading-day.js';
import { netReadings } from './reading-day.js';
import type { SettlementFacts } from './settlement-facts.js';

/** All that a report without a contract depends on. */
export interface UncontractedFacts {
  readonly period: SettlementFacts['period'];
  readonly zone: string;
  /** Null: the devices have none. */
  readonly meterId: string | null;
  readonly contract: null;
  readonly participantId: string;
  readonly currency: string;
  readonly deliveries: readonly TradedDelivery[];
  readonly readings: readonly ReadingDay[];
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
  /** The evidence as canonical JSON: what `evidenceHash` is of. */
  readonly evidenceText: string;
}

/**
 * The report of deliveries for which no contract was in force: each line shows what was ordered and measured, says
 * so, and has no money, since nobody has agreed on any.
 */
export function settleUncontracted(facts: UncontractedFacts): UncontractedSettlement {
  const { period, zone, meterId, participantId, currency, deliveries } = facts;
  const delivered = new Set(deliveries.map(({ interval }) => localDayOf(interval, zone)));
  const readings = facts.readings.filter(({ day }) => delivered.has(day));
  const actual = netReadings(readings, zone);
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
  const evidence = {
    period,
    zone,
    meterId,
    contract: null,
    participantId,
    currency,
    deliveries,
    readings,
    lines,
    totals,
  };
  const evidenceText = canonicalJson(evidence);
  return { report: { ...content, lines, evidenceHash: sha256(evidenceText) }, evidence, evidenceText };
}
