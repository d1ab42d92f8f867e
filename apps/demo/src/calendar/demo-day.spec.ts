import { describe, expect, it } from '@jest/globals';
import { instantOf, type IntervalIndex } from '#flexoffer';
import { DAY_END, DAY_START, DEMO_DATE, FIRST_POLL, NIGHT_END, localTimeOf } from './demo-day.js';

const local = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/Luxembourg',
  dateStyle: 'full',
  timeStyle: 'short',
});

const written = (interval: IntervalIndex): string => local.format(instantOf(interval));

describe('the demo day', () => {
  it('is a whole local Wednesday in Luxembourg', () => {
    expect(written(DAY_START)).toContain('Wednesday');
    expect(written(DAY_START)).toContain('31 January 2024');
    expect(written(DAY_START)).toContain('00:00');
    expect(written(DAY_END - 1)).toContain('Wednesday');
    expect(written(DAY_END - 1)).toContain('23:45');
    expect(DEMO_DATE).toBe('2024-01-31');
  });

  it.each([FIRST_POLL, DAY_START, DAY_START + 33, DAY_END - 1, NIGHT_END])(
    'knows the local time of interval %d',
    (interval) => {
      expect(written(interval)).toContain(localTimeOf(interval));
    },
  );
});
