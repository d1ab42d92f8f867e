import type { SellSubmission } from '../order-submission.js';
import type { MarketRuleContext } from './market-rule.js';

/** A sell order can still be assigned, and can still start. */
export function stillForSale({ validUntil, offer }: SellSubmission, context: MarketRuleContext): string[] {
  if (validUntil < context.now) return ['its assignment deadline is past'];
  if (offer.startBefore < context.firstInterval) return ['the gate closure of its last start is past'];
  return [];
}
