import type { WattHours } from '#flexoffer';
import { intervalStart } from '../calendar/interval-start.js';
import type { AllocatedDelivery } from '../delivery/allocate-delivery.js';
import { allocateDelivery } from '../delivery/allocate-delivery.js';
import { penalisedDeficiencyWh } from '../delivery/penalised-deficiency.js';
import { formatMicro } from '../money/decimal.js';
import { UNKNOWN_MONEY, lineMoney } from './line-money.js';
import type { ReportLine } from './report-content.js';
import type { SettlementContract } from './settlement-contract.js';
import type { TradedDelivery } from './traded-delivery.js';

/** The baseline of an interval, or why there is none. */
export type BaselineLookup =
  { readonly ok: true; readonly baselineWh: WattHours } | { readonly ok: false; readonly reason: string };

/** What is known about one interval of a participant; consumption-positive. */
export interface IntervalFacts {
  /** Undefined if the meter value is missing. */
  readonly actualWh: WattHours | undefined;
  readonly baseline: BaselineLookup;
}

/** The lines of one participant in one interval; all of `deliveries` lie in it. */
export function intervalLines(
  contract: SettlementContract,
  deliveries: readonly TradedDelivery[],
  facts: IntervalFacts,
): ReportLine[] {
  const { actualWh, baseline } = facts;
  if (actualWh === undefined || !baseline.ok) {
    return deliveries.map((order) => ({
      ...known(order, facts),
      deliveredWh: null,
      deficiencyWh: null,
      ...UNKNOWN_MONEY,
      missing: whatIsMissing(facts),
    }));
  }
  const allocated = allocateDelivery(deliveries, baseline.baselineWh - actualWh);
  const lacking = allocated.reduce((sum, { deficiencyWh }) => sum + deficiencyWh, 0);
  const penalised = penalisedDeficiencyWh(lacking, contract.toleranceWh) > 0;
  return allocated.map((part) => settledLine(contract, part, facts, penalised));
}

function settledLine(
  contract: SettlementContract,
  { order, deliveredWh, deficiencyWh }: AllocatedDelivery<TradedDelivery>,
  facts: IntervalFacts,
  penalised: boolean,
): ReportLine {
  const money = lineMoney({ ...order, deliveredWh }, penalised ? deficiencyWh : 0, contract);
  return { ...known(order, facts), deliveredWh, deficiencyWh, ...money };
}

function known(order: TradedDelivery, { actualWh, baseline }: IntervalFacts) {
  const { tradeId, flexOfferId, buyerId, sellerId, interval, orderedWh, price } = order;
  return {
    tradeId,
    flexOfferId,
    buyerId,
    sellerId,
    intervalStart: intervalStart(interval),
    baselineWh: baseline.ok ? baseline.baselineWh : null,
    scheduledWh: baseline.ok ? baseline.baselineWh + order.scheduledWh - order.defaultWh : null,
    actualWh: actualWh ?? null,
    orderedWh,
    price: formatMicro(BigInt(price)),
  };
}

function whatIsMissing({ actualWh, baseline }: IntervalFacts): string {
  const missing = actualWh === undefined ? ['meter value'] : [];
  return (baseline.ok ? missing : [...missing, `baseline: ${baseline.reason}`]).join('; ');
}
