import { expect, it } from '@jest/globals';
import { knownGridNode } from './known-grid-node.js';
import { context, goodBuyOrder } from './market-rule.example.js';

it('MK-01 refuses an order at a node that the grid does not have', () => {
  expect(knownGridNode(goodBuyOrder, context)).toEqual([]);
  expect(knownGridNode({ ...goodBuyOrder, gridNode: 'lu.nort' }, context)).toHaveLength(1);
});
