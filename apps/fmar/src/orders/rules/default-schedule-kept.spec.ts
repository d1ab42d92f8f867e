import { expect, it } from '@jest/globals';
import { defaultScheduleKept } from './default-schedule-kept.js';
import { FIRST_OPEN, goodSellOrder, withOffer } from './market-rule.example.js';

it('MK-03 refuses an offer whose default its own bounds forbid', () => {
  expect(defaultScheduleKept(goodSellOrder)).toEqual([]);
  const impossible = withOffer({ defaultSchedule: { start: FIRST_OPEN, energiesWh: [601] } });
  expect(defaultScheduleKept(impossible)).toHaveLength(1);
});
