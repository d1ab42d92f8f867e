import type { IntervalIndex, Result } from '#flexoffer';
import { intervalOf } from '#flexoffer';
import { localDayOf } from '../calendar/local-day-of.js';
import type { ReportLine } from '../report/report-content.js';
import { settleParticipant } from '../report/settle-participant.js';
import { canonicalJson } from './canonical-json.js';
import { baselineLookup, dayBaselines } from './day-baselines.js';
import type { EvidenceBaseline } from './evidence-baseline.js';
import { isOutsideLimits } from './evidence-baseline.js';
import type { Evidence, VerifiableReport } from './evidence.js';
import { sha256 } from './evidence.js';
import { factsUsed } from './facts-used.js';
import { netReadings, qualityLookup } from './reading-day.js';
import { settlementFaults } from './settlement-faults.js';
import type { SettlementFacts } from './settlement-facts.js';

/** A report and what proves it. */
export interface Settlement {
  readonly report: VerifiableReport;
  readonly evidence: Evidence;
  /** The evidence as canonical JSON: what `evidenceHash` is of. */
  readonly evidenceText: string;
}

/**
 * Settles a participant from plain facts: baselines of the days with deliveries, lines, totals, and the evidence of
 * it all. Facts that contradict themselves are answered with every fault found.
 */
export function settleWithEvidence(facts: SettlementFacts): Result<Settlement> {
  const faults = settlementFaults(facts);
  if (faults.length > 0) return { ok: false, faults };
  const readings = netReadings(facts.readings, facts.zone);
  const baselines = dayBaselines(facts, readings);
  const settled = settleParticipant({
    from: facts.period.from,
    to: facts.period.to,
    contract: facts.contract,
    deliveries: facts.deliveries,
    ...(facts.rewards === undefined ? {} : { rewards: facts.rewards }),
    actualWh: (interval) => readings.get(interval),
    baselineWh: baselineLookup(baselines, facts.zone),
  });
  const marksOf = markLookup(facts, baselines);
  const lines = settled.lines.map((line) => ({
    ...line,
    ...marksOf(intervalOf(Date.parse(line.intervalStart))),
  }));
  const evidence: Evidence = {
    ...factsUsed(facts, baselines),
    baselines,
    lines,
    rewardLines: settled.rewards,
    totals: settled.totals,
  };
  const evidenceText = canonicalJson(evidence);
  const report = { ...settled, lines, evidenceHash: sha256(evidenceText) };
  return { ok: true, value: { report, evidence, evidenceText } };
}

type LineMarks = Pick<ReportLine, 'estimated' | 'fallbackMethod' | 'outsideLimits'>;

/** What a reader of a line should know beside its figures. */
function markLookup(
  { readings, zone, contract, baselineChecks }: SettlementFacts,
  baselines: readonly EvidenceBaseline[],
): (interval: IntervalIndex) => LineMarks {
  const qualityOf = qualityLookup(readings, zone);
  const byDay = new Map(baselines.map((baseline) => [baseline.day, baseline]));
  return (interval) => {
    const baseline = byDay.get(localDayOf(interval, zone));
    const method = baseline?.ok === true ? baseline.method : undefined;
    return {
      ...(qualityOf(interval) === 'estimated' ? { estimated: true } : {}),
      ...(method === undefined || method === contract.baselineMethod ? {} : { fallbackMethod: method }),
      ...(method !== undefined && isOutsideLimits(method, baselineChecks) ? { outsideLimits: true } : {}),
    };
  };
}
