import { describe, expect, it } from '@jest/globals';
import { intervalOf } from '#flexoffer';
import { intervalStart } from './interval-start.js';
import { dayType } from './day-type.js';
import { localDayOf, localDays } from './local-day-of.js';
import { quartersOf } from './local-quarters.js';

const ZONE = 'Europe/Luxembourg';
const TWO_TO_THREE = [8, 9, 10, 11];

describe('quartersOf', () => {
  it('ST-02 counts the quarters of an ordinary day', () => {
    const quarters = quartersOf('2024-01-15', ZONE);
    expect(quarters.map(({ quarter }) => quarter)).toEqual(Array.from({ length: 96 }, (_, index) => index));
    expect(quarters[0]?.interval).toBe(intervalOf(Date.parse('2024-01-14T23:00:00Z')));
  });

  it('ST-02 has 92 quarters and no 02:xx when summer time begins', () => {
    const quarters = quartersOf('2024-03-31', ZONE).map(({ quarter }) => quarter);
    expect(quarters).toHaveLength(92);
    expect(quarters.filter((quarter) => TWO_TO_THREE.includes(quarter))).toEqual([]);
  });

  it('ST-02 has 100 quarters and 02:xx twice when it ends', () => {
    const quarters = quartersOf('2024-10-27', ZONE).map(({ quarter }) => quarter);
    expect(quarters).toHaveLength(100);
    expect(quarters.slice(8, 16)).toEqual([...TWO_TO_THREE, ...TWO_TO_THREE]);
  });

  it('ST-02 starts late where the clock changes at midnight', () => {
    const quarters = quartersOf('2024-04-26', 'Africa/Cairo');
    expect(quarters).toHaveLength(92);
    expect(quarters[0]?.quarter).toBe(4);
  });

  it.each(['2024-01-15', '2024-03-31', '2024-10-27'])(
    'covers %s with exactly the intervals of that day',
    (day) => {
      const intervals = quartersOf(day, ZONE).map(({ interval }) => interval);
      expect(intervals.map((interval) => localDayOf(interval, ZONE))).toEqual(intervals.map(() => day));
      const [first = 0] = intervals;
      expect(localDayOf(first - 1, ZONE)).not.toBe(day);
      expect(localDayOf(first + intervals.length, ZONE)).not.toBe(day);
    },
  );

  it('throws for zones and days that do not exist', () => {
    expect(() => quartersOf('2024-01-15', 'Europe/Atlantis')).toThrow(RangeError);
    expect(() => quartersOf('2024-02-30', ZONE)).toThrow(RangeError);
    expect(() => localDayOf(0, 'Europe/Atlantis')).toThrow(RangeError);
  });
});

describe('localDays', () => {
  it('lists every day that a range touches, over the end of a month', () => {
    const from = intervalOf(Date.parse('2024-02-28T22:45:00Z'));
    const to = intervalOf(Date.parse('2024-02-29T23:15:00Z'));
    expect(localDays(from, to, ZONE)).toEqual(['2024-02-28', '2024-02-29', '2024-03-01']);
    expect(localDays(from, to - 1, ZONE)).toEqual(['2024-02-28', '2024-02-29']);
    expect(localDays(from, from, ZONE)).toEqual([]);
  });
});

describe('dayType', () => {
  it.each([
    ['2024-01-12', 'business'],
    ['2024-01-13', 'non-business'],
    ['2024-01-14', 'non-business'],
    ['2024-01-15', 'business'],
    ['2024-01-16', 'non-business'],
  ])('%s is a %s day', (day, type) => {
    expect(dayType(day, new Set(['2024-01-16']))).toBe(type);
  });
});

describe('intervalStart', () => {
  it('is written in UTC without milliseconds', () => {
    expect(intervalStart(intervalOf(Date.parse('2024-03-31T01:00:00Z')))).toBe('2024-03-31T01:00:00Z');
  });
});
