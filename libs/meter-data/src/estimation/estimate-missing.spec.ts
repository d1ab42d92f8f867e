import { describe, expect, it } from '@jest/globals';
import { intervalOf } from '#flexoffer';
import { estimateMissing } from './estimate-missing.js';

const ZONE = 'Europe/Luxembourg';
const QUARTERS_A_DAY = 96;

/** A curve from a local midnight on whose values follow from the place, with gaps. */
function curve(
  start: string,
  length: number,
  missing: (place: number) => boolean,
  wh = (place: number) => place,
) {
  const known = (place: number): boolean => !missing(place);
  return {
    from: intervalOf(Date.parse(start)),
    importWh: Float64Array.from({ length }, (_, place) => (known(place) ? wh(place) : NaN)),
    exportWh: Float64Array.from({ length }, (_, place) => (known(place) ? 7 : NaN)),
    origin: Uint8Array.from({ length }, (_, place) => Number(known(place))),
  };
}

describe('estimates of what is missing', () => {
  it.each([1, 8])('ST-02 lie on the line between the values around them, %i quarter-hours', (length) => {
    const estimates = estimateMissing(
      curve('2024-01-14T23:00:00Z', 40, (place) => place >= 20 && place < 20 + length),
      0,
      ZONE,
      new Set(),
    );
    expect(estimates.map(({ importWh }) => importWh)).toEqual(Array.from({ length }, (_, at) => 20 + at));
    expect(estimates.every(({ exportWh, rule }) => exportWh === 7 && rule === 'linear-interpolation')).toBe(
      true,
    );
  });

  it('ST-02 are means of like days where the gap is longer, and none where there are too few', () => {
    // Monday, 1 January 2024, a holiday; the gap is on Monday, 15 January.
    const start = 14 * QUARTERS_A_DAY + 8;
    const missing = (place: number): boolean => place >= start && place < start + 9;
    const ofDay = (place: number): number => Math.floor(place / QUARTERS_A_DAY);
    const long = curve('2023-12-31T23:00:00Z', 16 * QUARTERS_A_DAY, missing, ofDay);
    const estimates = estimateMissing(long, 0, ZONE, new Set(['2024-01-01']));
    // Business days 2 to 5 and 8 to 12 January are days 1 to 4 and 7 to 11 of the curve.
    const mean = Math.round((1 + 2 + 3 + 4 + 7 + 8 + 9 + 10 + 11) / 9);
    expect(estimates).toHaveLength(9);
    expect(estimates[0]).toEqual({
      interval: long.from + start,
      importWh: mean,
      exportWh: 7,
      rule: 'like-day-mean',
    });
    expect(estimateMissing(long, start + 3, ZONE, new Set())).toHaveLength(6);
    const short = curve('2024-01-11T23:00:00Z', 5 * QUARTERS_A_DAY, (place) => place >= 4 * QUARTERS_A_DAY);
    expect(estimateMissing(short, 0, ZONE, new Set())).toEqual([]);
  });

  it.each([
    ['2024-03-24', '2024-03-31', 92],
    ['2024-10-20', '2024-10-27', 100],
  ])(
    'ST-02 know the wall clock of days with another number of quarter-hours: %s to %s',
    (_, day, quarters) => {
      // Four Sundays before the change of the clock, and the Sunday itself; values are those of the wall clock.
      const from = Date.parse(day) - 28 * 86_400_000 - (quarters === 92 ? 3_600_000 : 7_200_000);
      const days = 28 * QUARTERS_A_DAY;
      const whole = curve(
        new Date(from).toISOString(),
        days + quarters,
        (place) => place >= days,
        (place) => place % 96,
      );
      const estimates = estimateMissing(whole, 0, ZONE, new Set());
      expect(estimates).toHaveLength(quarters);
      const wall = Array.from({ length: 96 }, (_, quarter) => quarter);
      const changed = quarters === 92 ? wall.toSpliced(8, 4) : wall.toSpliced(12, 0, 8, 9, 10, 11);
      expect(estimates.map(({ importWh }) => importWh)).toEqual(changed);
    },
  );
});
