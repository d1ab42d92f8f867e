import { describe, expect, it } from '@jest/globals';
import { baselineInput, daysBefore, readingsOf } from '../../test/readings.js';
import { weatherMatchedDays } from './weather-matched-days.js';

const DAY = '2024-02-19';
const PAST = daysBefore(DAY, 90);
const readings = readingsOf(PAST, (day) => 100 + PAST.indexOf(day));

/** The day itself has 5 degrees; 2024-02-14 and three business days of December and January are as cold. */
const COLD = ['2024-02-14', '2024-01-24', '2024-01-10', '2023-12-20'];
const temperatureC = readingsOf([DAY, ...PAST], (day) => (day === DAY || COLD.includes(day) ? 5 : 15));

describe('weather-matched days', () => {
  it('ST-03 takes the four like days within 90 of the closest mean temperature', () => {
    const result = weatherMatchedDays.baseline(baselineInput(DAY, { readings, temperatureC }));
    expect(result.days.filter(({ use }) => use === 'counted').map(({ day }) => day)).toEqual(COLD);
    const mean = COLD.reduce((sum, day) => sum + 100 + PAST.indexOf(day), 0) / 4;
    expect(result.ok && result.values[0]?.baselineWh).toBe(Math.round(mean));
  });

  it('ST-03 passes over days whose temperature is not known, and names them', () => {
    const unknown = new Map(temperatureC);
    for (const interval of readingsOf(['2024-02-14'], () => 0).keys()) unknown.delete(interval);
    const { days } = weatherMatchedDays.baseline(baselineInput(DAY, { readings, temperatureC: unknown }));
    expect(days).toContainEqual({ day: '2024-02-14', use: 'skipped', reason: 'incomplete temperatures' });
    expect(days.filter(({ use }) => use === 'counted').map(({ day }) => day)).toEqual([
      '2024-02-16',
      ...COLD.slice(1),
    ]);
  });

  it('ST-03 refuses without the temperature of the day itself', () => {
    expect(weatherMatchedDays.baseline(baselineInput(DAY, { readings }))).toMatchObject({
      ok: false,
      reason: 'no-temperature',
    });
  });
});
