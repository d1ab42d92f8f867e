import type { IntervalIndex, Result, WattHours } from '#flexoffer';
import type { BaselineMethod } from '../baseline/baseline-method.js';
import { baselineMethod } from '../baseline/baseline-methods.js';
import { localDayOf } from '../calendar/local-day.js';
import { netWh } from '../net-energy.js';
import { inNaturalOrder } from '../order.js';
import type { BaselineLookup } from '../report/interval-lines.js';
import { settleParticipant } from '../report/settle-participant.js';
import { defaultEnergy } from './default-energy.js';
import type { Evidence, EvidenceBaseline, VerifiableReport } from './evidence.js';
import { evidenceHash } from './evidence.js';
import { factsUsed } from './facts-used.js';
import { settlementFaults } from './settlement-faults.js';
import type { SettlementFacts } from './settlement-facts.js';

/** A report and what proves it. */
export interface Settlement {
  readonly report: VerifiableReport;
  readonly evidence: Evidence;
}

/**
 * Settles a participant from plain facts: baselines of the days with deliveries, lines, totals, and the evidence of
 * it all. Facts that contradict themselves are answered with every fault found.
 */
export function settleWithEvidence(facts: SettlementFacts): Result<Settlement> {
  const faults = settlementFaults(facts);
  const method = baselineMethod(facts.contract.baselineMethod);
  if (!method.ok || faults.length > 0) return { ok: false, faults };
  const readings = new Map(
    facts.readings.map(({ interval, importWh, exportWh }) => [interval, netWh(importWh, exportWh)]),
  );
  const baselines = dayBaselines(method.value, facts, readings);
  const lookup = baselineLookup(baselines, facts.zone);
  const content = settleParticipant({
    from: facts.period.from,
    to: facts.period.to,
    contract: facts.contract,
    deliveries: facts.deliveries,
    ...(facts.rewards === undefined ? {} : { rewards: facts.rewards }),
    actualWh: (interval) => readings.get(interval),
    baselineWh: lookup,
  });
  const evidence: Evidence = {
    ...factsUsed(facts, baselines),
    baselines,
    lines: content.lines,
    rewardLines: content.rewards,
    totals: content.totals,
  };
  return { ok: true, value: { report: { ...content, evidenceHash: evidenceHash(evidence) }, evidence } };
}

function dayBaselines(
  method: BaselineMethod,
  { period, zone, deliveries, eventDays, holidays }: SettlementFacts,
  readings: ReadonlyMap<IntervalIndex, WattHours>,
): EvidenceBaseline[] {
  const settled = deliveries.filter(({ interval }) => interval >= period.from && interval < period.to);
  const days = [...new Set(settled.map(({ interval }) => localDayOf(interval, zone)))].sort(inNaturalOrder);
  const shared = {
    zone,
    readings,
    eventDays: new Set(eventDays),
    holidays: new Set(holidays),
    defaultWh: defaultEnergy(settled),
  };
  return days.map((day) => ({ day, ...method.baseline({ day, ...shared }) }));
}

function baselineLookup(baselines: readonly EvidenceBaseline[], zone: string) {
  const values = new Map(
    baselines.flatMap((day) => (day.ok ? day.values : [])).map((value) => [value.interval, value.baselineWh]),
  );
  const failures = new Map(baselines.flatMap((day) => (day.ok ? [] : [[day.day, day.reason]])));
  return (interval: IntervalIndex): BaselineLookup => {
    const baselineWh = values.get(interval);
    if (baselineWh !== undefined) return { ok: true, baselineWh };
    return { ok: false, reason: failures.get(localDayOf(interval, zone)) ?? 'not computed' };
  };
}
