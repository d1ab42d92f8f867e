import { expect, it } from '@jest/globals';
import { energiesWhole } from './energies-whole.js';
import { FIRST_OPEN, goodBuyOrder } from './market-rule.example.js';

const asking = (changeWh: number) => ({
  ...goodBuyOrder,
  intervals: [{ interval: FIRST_OPEN, changeWh, price: 0 }],
});

it('MK-01 trades whole watt-hours within reason, and some', () => {
  for (const good of [1, -1, 100_000_000]) expect(energiesWhole(asking(good))).toEqual([]);
  for (const bad of [0, 0.5, NaN, 100_000_001]) expect(energiesWhole(asking(bad))).toHaveLength(1);
});
