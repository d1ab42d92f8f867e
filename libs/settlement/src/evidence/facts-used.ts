import type { IntervalIndex } from '#flexoffer';
import { quartersOf } from '../calendar/local-quarters.js';
import { inNaturalOrder } from '../order.js';
import type { TradedDelivery } from '../report/traded-delivery.js';
import type { EvidenceBaseline } from './evidence.js';
import { sortedRewards } from '../reward/reward-facts.js';
import type { SettlementFacts } from './settlement-facts.js';

/**
 * The facts that a settlement depends on, sorted; who settles them again comes to the same result. Of the readings:
 * those of the intervals with deliveries, of the baselines' days, and what there is of the days skipped as
 * incomplete, so that an auditor sees what they lacked.
 */
export function factsUsed(facts: SettlementFacts, baselines: readonly EvidenceBaseline[]): SettlementFacts {
  const { period, zone, contract, rewards } = facts;
  const deliveries = facts.deliveries
    .filter(({ interval }) => interval >= period.from && interval < period.to)
    .sort(byIntervalAndTrade);
  const used = intervalsUsed(deliveries, baselines, zone);
  const readings = facts.readings
    .filter(({ interval }) => used.has(interval))
    .sort((a, b) => a.interval - b.interval);
  return {
    period,
    zone,
    contract,
    holidays: [...new Set(facts.holidays)].sort(inNaturalOrder),
    eventDays: [...new Set(facts.eventDays)].sort(inNaturalOrder),
    deliveries,
    readings,
    ...(rewards === undefined ? {} : { rewards: sortedRewards(rewards) }),
  };
}

function intervalsUsed(
  deliveries: readonly TradedDelivery[],
  baselines: readonly EvidenceBaseline[],
  zone: string,
): Set<IntervalIndex> {
  const considered = baselines.flatMap(({ days }) => days);
  const looked = considered.filter((day) => day.use !== 'skipped' || day.reason === 'incomplete readings');
  const days = new Set(looked.map(({ day }) => day));
  return new Set([
    ...deliveries.map(({ interval }) => interval),
    ...[...days].flatMap((day) => quartersOf(day, zone).map(({ interval }) => interval)),
  ]);
}

function byIntervalAndTrade(a: TradedDelivery, b: TradedDelivery): number {
  return (
    a.interval - b.interval ||
    inNaturalOrder(a.tradeId, b.tradeId) ||
    inNaturalOrder(a.flexOfferId, b.flexOfferId)
  );
}
