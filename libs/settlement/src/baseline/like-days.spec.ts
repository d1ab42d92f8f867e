import { describe, expect, it } from '@jest/globals';
import { baselineInput, daysBefore, readingsOf } from '../../test/readings.js';
import { quartersOf } from '../calendar/local-quarters.js';
import { likeDays } from './like-days.js';

const MONDAY = '2024-02-19';
const history = readingsOf(daysBefore(MONDAY, 60), () => 100);

const eligible = (...[day, changes]: Parameters<typeof baselineInput>) =>
  likeDays(baselineInput(day, changes)).eligible.map((profile) => profile.day);

describe('likeDays', () => {
  it('ST-03 takes the ten latest business days for a business day', () => {
    expect(eligible(MONDAY, { readings: history })).toEqual([
      '2024-02-16',
      '2024-02-15',
      '2024-02-14',
      '2024-02-13',
      '2024-02-12',
      '2024-02-09',
      '2024-02-08',
      '2024-02-07',
      '2024-02-06',
      '2024-02-05',
    ]);
  });

  it('ST-03 takes weekends and holidays for a holiday', () => {
    const holidays = new Set([MONDAY, '2024-02-14']);
    const days = eligible(MONDAY, { readings: history, holidays });
    expect(days.slice(0, 3)).toEqual(['2024-02-18', '2024-02-17', '2024-02-14']);
    expect(days).toHaveLength(10);
  });

  it('ST-03 skips event days and days with a missing reading, and says so', () => {
    const readings = new Map(history);
    readings.delete(quartersOf('2024-02-15', 'Europe/Luxembourg')[95]?.interval ?? 0);
    const input = baselineInput(MONDAY, { readings, eventDays: new Set(['2024-02-16']) });
    const { eligible: found, skipped } = likeDays(input);
    expect(found.map(({ day }) => day).slice(0, 2)).toEqual(['2024-02-14', '2024-02-13']);
    expect(skipped.filter(({ reason }) => reason !== 'other day type')).toEqual([
      { day: '2024-02-16', reason: 'event day' },
      { day: '2024-02-15', reason: 'incomplete readings' },
    ]);
  });

  it('ST-03 looks 45 calendar days back and no further', () => {
    const oldest = '2024-01-05';
    const eventDays = new Set(daysBefore(MONDAY, 44));
    expect(daysBefore(MONDAY, 45).at(-1)).toBe(oldest);
    expect(eligible(MONDAY, { readings: history, eventDays })).toEqual([oldest]);
  });
});
