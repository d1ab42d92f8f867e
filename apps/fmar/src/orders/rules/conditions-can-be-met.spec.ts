import { expect, it } from '@jest/globals';
import { conditionsCanBeMet } from './conditions-can-be-met.js';
import { context, goodBuyOrder } from './market-rule.example.js';

it('MK-01 refuses a minimum that no interval asks for', () => {
  expect(conditionsCanBeMet({ ...goodBuyOrder, minimumWh: 800 }, context)).toEqual([]);
  expect(conditionsCanBeMet({ ...goodBuyOrder, minimumWh: 801 }, context)).toEqual([
    'the minimum of 801 Wh is more than any interval asks for',
  ]);
});

it('MK-02 refuses an order whose validity is past', () => {
  expect(conditionsCanBeMet({ ...goodBuyOrder, validUntil: context.now }, context)).toEqual([]);
  expect(conditionsCanBeMet({ ...goodBuyOrder, validUntil: context.now - 1 }, context)).toEqual([
    'its validity is past',
  ]);
});
