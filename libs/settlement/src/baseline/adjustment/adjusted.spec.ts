import { describe, expect, it } from '@jest/globals';
import { ZONE, baselineInput, daysBefore, readingsOf } from '../../../test/readings.js';
import { quartersOf } from '../../calendar/local-quarters.js';
import { high5Of10Adjusted, tenOfTenAdjusted } from '../adjusted-like-days.js';
import type { BaselineEvent } from '../baseline-event.js';
import type { BaselineMethod } from '../baseline-method.js';
import { high4Of5Additive } from '../high-4-of-5.js';

const DAY = '2024-02-19';
const START = quartersOf(DAY, ZONE)[0]?.interval ?? 0;

/** Every earlier quarter has 100 Wh. */
const HISTORY = readingsOf(daysBefore(DAY, 45), () => 100);

/** Two hours from 15:00, known at 14:00. */
const EVENT = at(60, 68, 56);

function at(from: number, to: number, notifiedAt: number): BaselineEvent {
  return { from: START + from, to: START + to, notifiedAt: START + notifiedAt };
}

/** With what the meter showed on the day, by quarter. */
function run(method: BaselineMethod, today: (quarter: number) => number, events = [EVENT], without?: number) {
  const readings = new Map([...HISTORY, ...readingsOf([DAY], (_, quarter) => today(quarter))]);
  if (without !== undefined) readings.delete(START + without);
  const result = method.baseline(baselineInput(DAY, { readings, events }));
  if (!result.ok) throw new Error(result.reason);
  return { wh: result.values.map(({ baselineWh }) => baselineWh), adjustments: result.adjustments ?? [] };
}

describe('the adjustment of 10-of-10', () => {
  it('ST-03 multiplies the event by actual over baseline of the three hours before the notification', () => {
    const { wh, adjustments } = run(tenOfTenAdjusted, () => 110);
    expect([wh[59], wh[60], wh[67], wh[68]]).toEqual([100, 110, 110, 100]);
    expect(adjustments).toEqual([
      { from: START + 60, to: START + 68, windowFrom: START + 44, windowTo: START + 56, changeWh: 80 },
    ]);
  });

  it.each([
    [500, 120],
    [0, 80],
  ])('ST-03 keeps to 20 %% when the window shows %i Wh', (today, expected) => {
    expect(run(tenOfTenAdjusted, () => today).wh[60]).toBe(expected);
  });

  it('ST-03 sees nothing after the notification, and looks back three whole hours from it', () => {
    const seen = run(tenOfTenAdjusted, (quarter) => (quarter >= 44 && quarter < 56 ? 110 : 9000));
    expect(seen.wh[60]).toBe(110);
    const early = run(tenOfTenAdjusted, (quarter) => (quarter < 40 ? 110 : 9000), [at(60, 68, 40)]);
    expect(early.adjustments[0]).toMatchObject({ windowFrom: START + 28, windowTo: START + 40 });
    expect(early.wh[60]).toBe(110);
  });

  it('ST-03 measures every event of the day before the first notification of all', () => {
    const { wh } = run(tenOfTenAdjusted, (quarter) => (quarter < 24 ? 104 : 9000), [
      at(80, 84, 70),
      at(40, 44, 24),
    ]);
    expect([wh[40], wh[80]]).toEqual([104, 104]);
  });

  it('ST-03 takes events that overlap for one: nothing is adjusted twice', () => {
    const { wh, adjustments } = run(tenOfTenAdjusted, () => 110, [EVENT, at(64, 69, 58)]);
    expect(adjustments).toHaveLength(1);
    expect(wh.slice(60, 70)).toEqual([...Array.from({ length: 9 }, () => 110), 100]);
  });

  it('ST-03 limits the slope: six hours gain three quarters of what the window had more, not twice', () => {
    // 12 quarters of 10 Wh more are 120 Wh, of which the event of 24 quarters gets 90: 3.75 each
    expect(run(tenOfTenAdjusted, () => 110, [at(60, 84, 56)]).wh[60]).toBe(104);
  });

  it('ST-03 leaves the event as it is and says why, and never shortens the window', () => {
    const early = run(tenOfTenAdjusted, () => 110, [at(12, 20, 8)]);
    expect(early.adjustments[0]).toMatchObject({ changeWh: 0, left: 'window before midnight' });
    const missing = run(tenOfTenAdjusted, () => 110, [EVENT], 50);
    expect(missing.adjustments[0]).toMatchObject({ changeWh: 0, left: 'missing reading' });
    expect(missing.wh[60]).toBe(100);
  });
});

describe('the other windows', () => {
  it('ST-03 New York looks at the two hours that begin four hours before the event', () => {
    const { adjustments } = run(high5Of10Adjusted, () => 100);
    expect(adjustments[0]).toMatchObject({ windowFrom: START + 44, windowTo: START + 52 });
  });

  it('ST-03 high 4 of 5 adds the mean difference, within 20 %', () => {
    expect(run(high4Of5Additive, () => 109).wh[60]).toBe(109);
    expect(run(high4Of5Additive, () => 500).wh[60]).toBe(120);
  });

  it('ST-03 high 4 of 5 passes over a day below a quarter of the mean and takes the next', () => {
    const readings = readingsOf(daysBefore(DAY, 45), (day) => (day === '2024-02-16' ? 10 : 100));
    const result = high4Of5Additive.baseline(baselineInput(DAY, { readings }));
    expect(result.days).toContainEqual({ day: '2024-02-16', use: 'trimmed', energyWh: 960 });
    expect(result.days.filter(({ use }) => use === 'counted').map(({ day }) => day)).toEqual([
      '2024-02-15',
      '2024-02-14',
      '2024-02-13',
      '2024-02-12',
    ]);
  });
});
