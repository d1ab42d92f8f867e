import type { Instant, IntervalIndex } from '#flexoffer';
import type { BuySubmission, SellSubmission } from '../order-submission.js';

/** What an order is judged against, besides itself. */
export interface MarketRuleContext {
  readonly now: Instant;
  /** The first interval whose gate closure is not past. */
  readonly firstInterval: IntervalIndex;
  /** Every node of the grid. */
  readonly gridNodes: ReadonlySet<string>;
}

/** Why an order is refused, in words; empty where the rule is kept. */
export type BuyRule = (order: BuySubmission, context: MarketRuleContext) => readonly string[];
export type SellRule = (order: SellSubmission, context: MarketRuleContext) => readonly string[];
