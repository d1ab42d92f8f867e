import { describe, expect, it } from '@jest/globals';
import { baselineInput, daysBefore, readingsOf } from '../../test/readings.js';
import type { LocalDay } from '../calendar/local-day.js';
import type { BaselineMethod } from './baseline-method.js';
import { high5Of10 } from './high-5-of-10.js';
import { mid8Of10 } from './mid-8-of-10.js';
import { tenOfTen } from './ten-of-ten.js';

const TARGET = '2024-02-19';
/** Ten business days, from 16 February (index 0) back to 5 February (index 9). */
const LIKE = daysBefore(TARGET, 14).filter(
  (day) => !['2024-02-18', '2024-02-17', '2024-02-11', '2024-02-10'].includes(day),
);

function run(method: BaselineMethod, energyWh: (day: LocalDay, quarter: number) => number) {
  const result = method.baseline(baselineInput(TARGET, { readings: readingsOf(LIKE, energyWh) }));
  if (!result.ok) throw new Error(result.reason);
  const trimmed = result.days.filter(({ use }) => use === 'trimmed').map(({ day }) => day);
  return { wh: result.values.map(({ baselineWh }) => baselineWh), trimmed };
}

const rank = (day: LocalDay): number => LIKE.indexOf(day);

describe('mid-8-of-10', () => {
  it('ST-03 trims whole days and not intervals', () => {
    // Index 0 has the highest energy of all days, in its first quarter alone, and index 9 the lowest. Index 3
    // is highest of all at noon: its peak stays, as its day is neither.
    const energy = (day: LocalDay, quarter: number): number => {
      if (rank(day) === 0) return quarter === 0 ? 96_000 : 100;
      if (rank(day) === 9) return 90;
      return rank(day) === 3 && quarter === 48 ? 900 : 100;
    };
    const { wh, trimmed } = run(mid8Of10, energy);
    expect(trimmed).toEqual([LIKE[0], LIKE[9]]);
    expect(wh[0]).toBe(100);
    // (7 * 100 + 900) / 8; a trim per interval would drop the 900 and give 100 (or less)
    expect(wh[48]).toBe(200);
  });

  it('ST-03 among days of equal energy the earliest is the lowest and the latest the highest', () => {
    expect(run(mid8Of10, () => 100).trimmed).toEqual([LIKE[0], LIKE[9]]);
  });

  it.each([
    [4, 101], // 100 + 4/8 = 100.5
    [3, 100],
    [-4, 100], // 99.5 goes up, away from zero
  ])('ST-03 rounds the mean once, half away from zero: eight days off by %d in all', (off, expected) => {
    const energy = (day: LocalDay, quarter: number): number => {
      if (rank(day) === 0) return 1000;
      if (rank(day) === 9) return 0;
      return rank(day) === 5 && quarter === 10 ? 100 + off : 100;
    };
    expect(run(mid8Of10, energy).wh[10]).toBe(expected);
  });

  it('ST-03 rounds a net producer as the opposite of a consumer', () => {
    const energy = (day: LocalDay): number => (rank(day) % 2 === 0 ? -100 : -101);
    expect(run(mid8Of10, energy).wh[0]).toBe(-101); // four of each remain: -100.5
  });
});

describe('high-5-of-10', () => {
  it('ST-03 takes the mean of the five days of the highest energy', () => {
    const { wh, trimmed } = run(high5Of10, (day) => 100 + rank(day) * 10);
    expect(wh[20]).toBe(170); // 150, 160, 170, 180, 190
    expect(trimmed).toEqual(LIKE.slice(0, 5));
  });

  it('ST-03 prefers the later of days of equal energy', () => {
    expect(run(high5Of10, () => 5).trimmed).toEqual(LIKE.slice(5));
  });
});

describe('10-of-10', () => {
  it('ST-03 takes the mean of all ten', () => {
    const { wh, trimmed } = run(tenOfTen, (day) => 100 + rank(day) * 10);
    expect(wh[20]).toBe(145);
    expect(trimmed).toEqual([]);
  });
});
