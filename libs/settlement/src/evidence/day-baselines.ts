import type { IntervalIndex } from '#flexoffer';
import type { Prognosis } from '../baseline/prognosis.js';
import { dayQuarters } from '../calendar/day-quarters.js';
import type { IntervalValues } from '../calendar/interval-values.js';
import { IntervalCurve } from '../calendar/interval-values.js';
import { localDayOf } from '../calendar/local-day-of.js';
import { inNaturalOrder } from '../order.js';
import type { BaselineLookup } from '../report/interval-lines.js';
import { defaultEnergy } from './default-energy.js';
import type { EvidenceBaseline } from './evidence-baseline.js';
import { evidenceBaseline, refusalReason } from './evidence-baseline.js';
import { methodChoice } from './method-choice.js';
import type { PrognosisDay, SettlementFacts } from './settlement-facts.js';
import { temperatureValues } from './temperature-values.js';

/** The baselines of the days with deliveries, by day. */
export function dayBaselines(facts: SettlementFacts, readings: IntervalValues): EvidenceBaseline[] {
  const { period, zone, contract, temperatures, prognoses } = facts;
  const settled = facts.deliveries.filter(({ interval }) => interval >= period.from && interval < period.to);
  const days = [...new Set(settled.map(({ interval }) => localDayOf(interval, zone)))].sort(inNaturalOrder);
  const shared = {
    zone,
    readings,
    eventDays: new Set(facts.eventDays),
    holidays: new Set(facts.holidays),
    outageDays: new Set(facts.outageDays),
    events: facts.events,
    temperatureC: temperatureValues(temperatures, zone),
    defaultWh: defaultEnergy(settled),
  };
  const choice = methodChoice(contract, facts.baselineChecks);
  return days.map((day) => {
    const submitted = prognoses.find((prognosis) => prognosis.day === day);
    const prognosis = submitted === undefined ? {} : { prognosis: submittedValues(submitted, zone) };
    return evidenceBaseline({ day, ...shared, ...prognosis }, choice);
  });
}

/** The baseline of any interval of the days. */
export function baselineLookup(
  baselines: readonly EvidenceBaseline[],
  zone: string,
): (interval: IntervalIndex) => BaselineLookup {
  const byDay = new Map(baselines.map((baseline) => [baseline.day, baseline]));
  return (interval) => {
    const day = localDayOf(interval, zone);
    const baseline = byDay.get(day);
    if (baseline === undefined) return { ok: false, reason: 'not computed' };
    if (!baseline.ok) return { ok: false, reason: refusalReason(baseline.refused) };
    const first = dayQuarters(day, zone)[0]?.interval ?? interval;
    return { ok: true, baselineWh: baseline.baselineWh[interval - first] ?? 0 };
  };
}

/** A prognosis as methods read it. */
export function submittedValues({ day, submittedAt, energyWh }: PrognosisDay, zone: string): Prognosis {
  const first = dayQuarters(day, zone)[0]?.interval ?? 0;
  return { submittedAt, energyWh: new IntervalCurve(first, Float64Array.from(energyWh)) };
}
