import type { BuySubmission } from '../order-submission.js';
import type { MarketRuleContext } from './market-rule.js';

/** A buy order can still trade in at least one of its intervals. */
export function someIntervalOpen(
  { intervals }: BuySubmission,
  { firstInterval }: MarketRuleContext,
): string[] {
  if (intervals.length === 0) return ['asks for nothing in any interval'];
  return intervals.some(({ interval }) => interval >= firstInterval)
    ? []
    : ['the gate closure of every interval is past'];
}
