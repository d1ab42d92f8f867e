import type { OrderSubmission } from '../order-submission.js';
import type { MarketRuleContext } from './market-rule.js';

/** An order lies at a node of the grid: otherwise neither its neighbours nor its limits are known. */
export function knownGridNode({ gridNode }: OrderSubmission, { gridNodes }: MarketRuleContext): string[] {
  return gridNodes.has(gridNode) ? [] : [`${gridNode} is not a node of the grid`];
}
