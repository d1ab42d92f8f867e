import type { IntervalIndex, WattHours } from '#flexoffer';
import { intervalStart } from '../calendar/interval-start.js';
import { inNaturalOrder } from '../order.js';
import type { RewardFacts } from '../reward/reward-facts.js';
import { rewardLines } from '../reward/reward-lines.js';
import type { BaselineLookup } from './interval-lines.js';
import { intervalLines } from './interval-lines.js';
import type { ReportContent, ReportLine } from './report-content.js';
import { reportTotals } from './report-totals.js';
import type { SettlementContract } from './settlement-contract.js';
import type { TradedDelivery } from './traded-delivery.js';

/** What one participant's report over `[from, to)` is made from. */
export interface SettlementInput {
  readonly from: IntervalIndex;
  readonly to: IntervalIndex;
  readonly contract: SettlementContract;
  /** In any order; those outside the period make no line. */
  readonly deliveries: readonly TradedDelivery[];
  /** Absent: they are in another report of the same contract, or it has none. */
  readonly rewards?: RewardFacts;
  /** Net energy at the meter, consumption-positive; undefined if it is missing. */
  actualWh(interval: IntervalIndex): WattHours | undefined;
  baselineWh(interval: IntervalIndex): BaselineLookup;
}

/**
 * Settles one participant's deliveries against baseline and meter. The result does not depend on the order of the
 * deliveries. Takes facts that are right: one entry per delivery, all of the contract's participant (see
 * `settlementFaults`).
 */
export function settleParticipant(input: SettlementInput): ReportContent {
  const { from, to, contract } = input;
  const lines = intervalsOf(input).flatMap(([interval, deliveries]) => {
    const facts = { actualWh: input.actualWh(interval), baseline: input.baselineWh(interval) };
    return intervalLines(contract, deliveries, facts);
  });
  lines.sort(byIntervalAndTrade);
  const rewards =
    contract.rewards && input.rewards ? rewardLines(contract.rewards, input.rewards, lines) : [];
  return {
    participantId: contract.participantId,
    contractId: contract.id,
    contractVersion: contract.version,
    currency: contract.currency,
    from: intervalStart(from),
    to: intervalStart(to),
    lines,
    rewards,
    totals: reportTotals(lines, rewards, contract.taxRate ?? 0),
  };
}

function intervalsOf({ deliveries, from, to }: SettlementInput): [IntervalIndex, TradedDelivery[]][] {
  const byInterval = new Map<IntervalIndex, TradedDelivery[]>();
  for (const delivery of deliveries) {
    const { interval } = delivery;
    if (interval < from || interval >= to) continue;
    const others = byInterval.get(interval);
    if (others === undefined) byInterval.set(interval, [delivery]);
    else others.push(delivery);
  }
  return [...byInterval];
}

function byIntervalAndTrade(a: ReportLine, b: ReportLine): number {
  return (
    inNaturalOrder(a.intervalStart, b.intervalStart) ||
    inNaturalOrder(a.tradeId, b.tradeId) ||
    inNaturalOrder(a.flexOfferId, b.flexOfferId)
  );
}
