import type { OrderSubmission } from '../order-submission.js';
import { conditionsCanBeMet } from './conditions-can-be-met.js';
import { defaultScheduleKept } from './default-schedule-kept.js';
import { energiesWhole } from './energies-whole.js';
import { intervalsInOrder } from './intervals-in-order.js';
import { knownGridNode } from './known-grid-node.js';
import type { BuyRule, MarketRuleContext, SellRule } from './market-rule.js';
import { buyPricesWithinLimits, sellPricesWithinLimits } from './prices-within-limits.js';
import { sizeWithinLimits } from './size-within-limits.js';
import { someIntervalOpen } from './some-interval-open.js';
import { stillForSale } from './still-for-sale.js';

const BUY_RULES: readonly BuyRule[] = [
  knownGridNode,
  intervalsInOrder,
  someIntervalOpen,
  energiesWhole,
  conditionsCanBeMet,
  buyPricesWithinLimits,
];

const SELL_RULES: readonly SellRule[] = [
  knownGridNode,
  stillForSale,
  defaultScheduleKept,
  sizeWithinLimits,
  sellPricesWithinLimits,
];

/** Every reason to refuse an order; empty if it may trade. */
export function marketFaults(order: OrderSubmission, context: MarketRuleContext): string[] {
  if (order.side === 'buy') return BUY_RULES.flatMap((rule) => rule(order, context));
  return [...(order.objections ?? []), ...SELL_RULES.flatMap((rule) => rule(order, context))];
}
