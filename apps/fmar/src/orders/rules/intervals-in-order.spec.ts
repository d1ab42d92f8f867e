import { expect, it } from '@jest/globals';
import { intervalsInOrder } from './intervals-in-order.js';
import { FIRST_OPEN, goodBuyOrder } from './market-rule.example.js';

const asking = (...intervals: number[]) => ({
  ...goodBuyOrder,
  intervals: intervals.map((interval) => ({ interval, changeWh: 1, price: 0 })),
});

it('MK-01 refuses intervals that repeat, go back or are none', () => {
  expect(intervalsInOrder(asking(1, 2, 9))).toEqual([]);
  expect(intervalsInOrder(asking(1, 1))).toHaveLength(1);
  expect(intervalsInOrder(asking(2, 1))).toHaveLength(1);
  expect(intervalsInOrder(asking(1.5))).toHaveLength(1);
});

it('MK-01 takes a week at most', () => {
  const week = Array.from({ length: 672 }, (_, index) => FIRST_OPEN + index);
  expect(intervalsInOrder(asking(...week))).toEqual([]);
  expect(intervalsInOrder(asking(...week, FIRST_OPEN + 672))).toHaveLength(1);
});
