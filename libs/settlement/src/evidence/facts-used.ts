import type { BaselineEvent } from '../baseline/baseline-event.js';
import type { ConsideredDay } from '../baseline/baseline-method.js';
import type { LocalDay } from '../calendar/local-day.js';
import { localDayOf } from '../calendar/local-day-of.js';
import { inNaturalOrder } from '../order.js';
import type { TradedDelivery } from '../report/traded-delivery.js';
import { sortedRewards } from '../reward/reward-facts.js';
import type { EvidenceBaseline } from './evidence-baseline.js';
import type { SettlementFacts } from './settlement-facts.js';

/**
 * The facts that a settlement depends on, sorted; who settles them again comes to the same result. Of the readings:
 * the days with deliveries, the baselines' days, and what there is of the days skipped as incomplete, so that an
 * auditor sees what they lacked.
 */
export function factsUsed(facts: SettlementFacts, baselines: readonly EvidenceBaseline[]): SettlementFacts {
  const { period, zone, meterId, contract, temperatures, prognoses, rewards } = facts;
  const deliveries = facts.deliveries
    .filter(({ interval }) => interval >= period.from && interval < period.to)
    .sort(byIntervalAndTrade);
  const settled = new Set(deliveries.map(({ interval }) => localDayOf(interval, zone)));
  const considered = baselines.flatMap(consideredDays);
  const looked = (reason: string): Set<LocalDay> =>
    new Set([
      ...settled,
      ...considered.filter((day) => day.use !== 'skipped' || day.reason === reason).map(({ day }) => day),
    ]);
  const measured = looked('incomplete readings');
  const warm = looked('incomplete temperatures');
  return {
    period,
    zone,
    meterId,
    contract,
    holidays: sortedDays(facts.holidays),
    eventDays: sortedDays(facts.eventDays),
    outageDays: sortedDays(facts.outageDays),
    events: facts.events.toSorted(byInterval),
    deliveries,
    readings: facts.readings.filter(({ day }) => measured.has(day)).sort(byDay),
    temperatures: temperatures.filter(({ day }) => warm.has(day)).sort(byDay),
    prognoses: prognoses.filter(({ day }) => settled.has(day)).sort(byDay),
    baselineChecks: facts.baselineChecks.toSorted((a, b) => inNaturalOrder(a.method, b.method)),
    ...(rewards === undefined ? {} : { rewards: sortedRewards(rewards) }),
  };
}

/** Those of the methods that refused too: their refusal must be understood as well. */
function consideredDays(baseline: EvidenceBaseline): ConsideredDay[] {
  const own = baseline.ok ? baseline.days : [];
  return [...own, ...baseline.refused.flatMap(({ days }) => days)];
}

function sortedDays(days: readonly LocalDay[]): LocalDay[] {
  return [...new Set(days)].sort(inNaturalOrder);
}

function byDay(a: { readonly day: LocalDay }, b: { readonly day: LocalDay }): number {
  return inNaturalOrder(a.day, b.day);
}

function byInterval(a: BaselineEvent, b: BaselineEvent): number {
  return a.from - b.from || a.to - b.to || a.notifiedAt - b.notifiedAt;
}

function byIntervalAndTrade(a: TradedDelivery, b: TradedDelivery): number {
  return (
    a.interval - b.interval ||
    inNaturalOrder(a.tradeId, b.tradeId) ||
    inNaturalOrder(a.flexOfferId, b.flexOfferId)
  );
}
