import { expect, it } from '@jest/globals';
import { FIRST_OPEN, context, goodBuyOrder } from './market-rule.example.js';
import { someIntervalOpen } from './some-interval-open.js';

const asking = (interval: number) => ({ ...goodBuyOrder, intervals: [{ interval, changeWh: 1, price: 0 }] });

it('MK-02 refuses a request whose every gate closure is past', () => {
  expect(someIntervalOpen(asking(FIRST_OPEN), context)).toEqual([]);
  expect(someIntervalOpen(asking(FIRST_OPEN - 1), context)).toHaveLength(1);
  expect(someIntervalOpen({ ...goodBuyOrder, intervals: [] }, context)).toHaveLength(1);
});
