import { describe, expect, it } from '@jest/globals';
import { dayOf, daysAfter, quarterBoundaries, startOf } from './local-day.js';

const zone = 'Europe/Luxembourg';

describe('local day', () => {
  it('begins at local midnight', () => {
    expect(startOf('2024-03-12', zone)).toBe(Date.parse('2024-03-11T23:00:00Z'));
    expect(startOf('2024-07-12', zone)).toBe(Date.parse('2024-07-11T22:00:00Z'));
    expect(startOf('2024-03-12', 'America/New_York')).toBe(Date.parse('2024-03-12T04:00:00Z'));
  });

  it('contains its first instant and not its end', () => {
    expect(dayOf(Date.parse('2024-03-11T22:59:59.999Z'), zone)).toBe('2024-03-11');
    expect(dayOf(Date.parse('2024-03-11T23:00:00Z'), zone)).toBe('2024-03-12');
  });

  it('has 92, 96 or 100 quarters', () => {
    const quarters = ['2024-03-31', '2024-03-12', '2024-10-27'].map(
      (day) => quarterBoundaries(day, zone).length - 1,
    );
    expect(quarters).toEqual([92, 96, 100]);
  });

  it('ends where the next one begins, also around clock changes', () => {
    for (const day of ['2024-03-30', '2024-03-31', '2024-10-26', '2024-10-27', '2024-12-31'])
      expect(quarterBoundaries(day, zone).at(-1)).toBe(startOf(daysAfter(day, 1), zone));
  });
});
