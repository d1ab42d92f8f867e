import { describe, expect, it } from '@jest/globals';
import { ZONE, baselineInput, daysBefore, readingsOf } from '../../test/readings.js';
import type { LocalDay } from '../calendar/local-day.js';
import { quartersOf } from '../calendar/local-quarters.js';
import { tenOfTen } from './ten-of-ten.js';

const SPRING = '2024-03-31';
const AUTUMN = '2024-10-27';

/** Each day the same by the clock on the wall: the quarter's number in Wh. */
const byTheClock = (day: LocalDay) => readingsOf(daysBefore(day, 45), (_, quarter) => quarter);

function baselineOf(day: LocalDay, readings = byTheClock(day)): number[] {
  const result = tenOfTen.baseline(baselineInput(day, { readings }));
  if (!result.ok) throw new Error(result.reason);
  expect(result.values.map(({ interval }) => interval)).toEqual(
    quartersOf(day, ZONE).map(({ interval }) => interval),
  );
  return result.values.map(({ baselineWh }) => baselineWh);
}

const upTo = (end: number, from = 0): number[] =>
  Array.from({ length: end - from }, (_, index) => from + index);

describe('baselines where the clock changes in Europe/Luxembourg', () => {
  it('ST-03 2024-03-31 has 92 values and none for the missing hour', () => {
    expect(baselineOf(SPRING)).toEqual([...upTo(8), ...upTo(96, 12)]);
  });

  it('ST-03 2024-10-27 has 100 values and the doubled hour twice', () => {
    expect(baselineOf(AUTUMN)).toEqual([...upTo(12), ...upTo(96, 8)]);
  });

  it('ST-03 a like day of 92 quarters is left out of the hour that it does not have, and only there', () => {
    const day = '2024-04-07';
    const readings = readingsOf(daysBefore(day, 45), (from) => (from === SPRING ? 1000 : 100));
    const values = baselineOf(day, readings);
    expect(values.slice(6, 14)).toEqual([190, 190, 100, 100, 100, 100, 190, 190]);
  });

  it('ST-03 a like day of 100 quarters counts in its doubled hour with the mean of both readings', () => {
    const day = '2024-11-03';
    const readings = readingsOf(daysBefore(day, 45), () => 100);
    // 02:00 reads 100 the first time and 301 the second, mean 200.5: (9 * 100 + 200.5) / 10 = 110.05
    readings.set(quartersOf(AUTUMN, ZONE)[12]?.interval ?? 0, 301);
    // 02:15 reads 100 and 199, mean 149.5: (9 * 100 + 149.5) / 10 = 104.95, which only one rounding gets right
    readings.set(quartersOf(AUTUMN, ZONE)[13]?.interval ?? 0, 199);
    expect(baselineOf(day, readings).slice(7, 11)).toEqual([100, 110, 105, 100]);
  });
});
