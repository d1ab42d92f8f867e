import { expect, it } from '@jest/globals';
import { nextAttempt } from './retry-delay.js';

const DAY = 86_400_000;

it('DO-03 waits longer after each failure, an hour at most, and gives up after a day', () => {
  expect([1, 2, 3, 20].map((attempts) => nextAttempt(attempts, 0, 0))).toEqual([
    10_000, 20_000, 40_000, 3_600_000,
  ]);
  expect(nextAttempt(20, DAY - 3_600_000, 0)).toBe(DAY);
  expect(nextAttempt(20, DAY - 3_599_999, 0)).toBeUndefined();
});
