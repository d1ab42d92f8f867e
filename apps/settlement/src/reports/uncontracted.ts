import { netWh, settleParticipant, type EvidenceReading, type ReportContent } from '#settlement';
import type { DeviceDelivery } from '../deliveries/known-deliveries.js';
import type { IntervalRange } from '../interval-range/interval-range.js';

/** All that a report without a contract depends on. */
export interface UncontractedFacts {
  readonly period: IntervalRange;
  readonly contract: null;
  readonly participantId: string;
  readonly currency: string;
  readonly deliveries: readonly DeviceDelivery[];
  readonly readings: readonly EvidenceReading[];
}

/**
 * The report of deliveries for which no contract was in force: each line shows what was ordered and measured, says
 * so, and has no money, since nobody has agreed on any.
 */
export function uncontractedReport(facts: UncontractedFacts): ReportContent {
  const actual = new Map(facts.readings.map((one) => [one.interval, netWh(one.importWh, one.exportWh)]));
  const content = settleParticipant({
    ...facts.period,
    contract: {
      id: '',
      version: 0,
      participantId: facts.participantId,
      currency: facts.currency,
      baselineMethod: '',
      penaltyPerKwh: 0,
      toleranceWh: 0,
      shares: { prosumer: 0, aggregator: 0, operator: 0 },
    },
    deliveries: facts.deliveries,
    actualWh: (interval) => actual.get(interval),
    baselineWh: () => ({ ok: false, reason: 'no contract' }),
  });
  return { ...content, lines: content.lines.map((line) => ({ ...line, missing: 'no contract' })) };
}
