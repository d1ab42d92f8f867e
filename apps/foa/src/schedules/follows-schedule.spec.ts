import { describe, expect, it } from '@jest/globals';
import { followsSchedule, heedsSchedules } from './follows-schedule.js';

describe('following a schedule', () => {
  it.each([
    ['exactly', 500, 500, true],
    ['within 20 % of much', 1000, 1200, true],
    ['further off', 1000, 1201, false],
    ['within 100 Wh of little', 100, 200, true],
    ['beyond 100 Wh of nothing', 0, 101, false],
    ['producing too little', -1000, -799, false],
    ['producing enough', -1000, -800, true],
  ])('MK-05 %s', (_, scheduledWh, measuredWh, follows) => {
    expect(followsSchedule(scheduledWh, measuredWh)).toBe(follows);
  });

  it('MK-05 cannot be expected where somebody else decides', () => {
    expect(['auto', 'manual', 'Off', 'override'].map(heedsSchedules)).toEqual([true, false, false, false]);
  });
});
