import { describe, expect, it } from '@jest/globals';
import { ZONE, baselineInput, daysBefore, readingsOf } from '../../../test/readings.js';
import { quartersOf } from '../../calendar/local-quarters.js';
import { solveNormalEquations } from './solve.js';
import { temperatureBounds, temperatureParts } from './temperature-bins.js';
import { timeOfWeekAndTemperature } from './time-of-week-temperature.js';
import { weekdayOf } from './time-of-week.js';

describe('solveNormalEquations', () => {
  it('solves, and gives an unknown that depends on an earlier one nothing', () => {
    expect(
      solveNormalEquations(
        [
          [2, 1],
          [1, 3],
        ],
        [5, 10],
      ),
    ).toEqual([1, 3]);
    expect(
      solveNormalEquations(
        [
          [1, 2],
          [2, 4],
        ],
        [3, 6],
      ),
    ).toEqual([3, 0]);
    expect(
      solveNormalEquations(
        [
          [0, 0],
          [0, 4],
        ],
        [0, 8],
      ),
    ).toEqual([0, 2]);
  });
});

describe('temperature bins', () => {
  it('split a temperature into the pieces of its line', () => {
    expect(temperatureParts(10, [7, 13])).toEqual([7, 3, 0]);
    expect(temperatureParts(-3, [7, 13])).toEqual([-3, 0, 0]);
    expect(temperatureParts(20, [7, 13])).toEqual([7, 6, 7]);
  });

  it('are joined where one would have fewer than 20 hours', () => {
    const few = Array.from({ length: 79 }, () => 0);
    const many = Array.from({ length: 200 }, () => 10);
    expect(temperatureBounds([...few, ...many])).toEqual([]);
    expect(temperatureBounds([...few, 0, ...many])).toEqual([7]);
  });
});

describe('time of week and temperature', () => {
  const DAY = '2024-02-19';
  const PAST = daysBefore(DAY, 60);
  const degrees = (day: string): number => (day === DAY ? 4 : (PAST.indexOf(day) * 5) % 12);
  const temperatureC = readingsOf([DAY, ...PAST], degrees);
  /** 10 Wh for each degree below 12, and what the weekday has at that time. */
  const load = (day: string, quarter: number): number =>
    100 * weekdayOf(day, new Set()) + quarter + 10 * (12 - degrees(day));
  const readings = readingsOf(PAST, load);

  it('ST-03 finds what each time of the week and each degree has', () => {
    const result = timeOfWeekAndTemperature.baseline(baselineInput(DAY, { readings, temperatureC }));
    if (!result.ok) throw new Error(result.reason);
    expect(result.values.map(({ baselineWh }) => baselineWh)).toEqual(
      quartersOf(DAY, ZONE).map(({ quarter }) => load(DAY, quarter)),
    );
  });

  it('ST-03 takes a holiday for a Sunday, and learns nothing from one', () => {
    const holidays = new Set([DAY, '2024-02-12']);
    const result = timeOfWeekAndTemperature.baseline(
      baselineInput(DAY, { readings, temperatureC, holidays }),
    );
    if (!result.ok) throw new Error(result.reason);
    expect(result.values[0]?.baselineWh).toBe(load(DAY, 0) + 600);
    expect(result.days).toContainEqual({ day: '2024-02-12', use: 'skipped', reason: 'other day type' });
  });

  it('ST-03 refuses with three Mondays', () => {
    const mondays = PAST.filter((day) => weekdayOf(day, new Set()) === 1).slice(3);
    const result = timeOfWeekAndTemperature.baseline(
      baselineInput(DAY, { readings, temperatureC, outageDays: new Set(mondays) }),
    );
    expect(result).toMatchObject({ ok: false, reason: 'insufficient-days' });
  });
});
