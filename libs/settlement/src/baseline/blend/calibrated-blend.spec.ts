import { describe, expect, it } from '@jest/globals';
import { ZONE, baselineInput, daysBefore, readingsOf } from '../../../test/readings.js';
import { daysAfter } from '../../calendar/local-day.js';
import { dayQuarters } from '../../calendar/day-quarters.js';
import { calibratedBlend } from './calibrated-blend.js';

const DAY = '2024-02-19';
const START = dayQuarters(DAY, ZONE)[0]?.interval ?? 0;
const EVENT = { from: START + 60, to: START + 68, notifiedAt: START + 56 };
const PAST = daysBefore(DAY, 100);

/** Each day lies as a whole above or below 1000 Wh, as nobody could know the day before. */
const level = (day: string): number => 1000 + ((Number(day.replaceAll('-', '')) * 7919) % 400) - 200;

function run(energyWh: (day: string, quarter: number) => number, changes = {}) {
  const readings = readingsOf([DAY, ...PAST], energyWh);
  const result = calibratedBlend.baseline(baselineInput(DAY, { readings, events: [EVENT], ...changes }));
  if (!result.ok) throw new Error(result.reason);
  return { wh: result.values.map(({ baselineWh }) => baselineWh), adjustments: result.adjustments ?? [] };
}

describe('the calibrated blend', () => {
  it('ST-03 is what every day had where all days are alike', () => {
    const { wh } = run((_, quarter) => 500 + (quarter >= 40 && quarter < 80 ? 200 : 0));
    expect(wh.slice(60, 68)).toEqual(Array.from({ length: 8 }, () => 700));
  });

  it('ST-03 learns from a meter whose mornings foretell its afternoons, and not from another', () => {
    const today = 1180;
    const foretold = run((day) => (day === DAY ? today : level(day))).wh[60] ?? 0;
    const unrelated =
      run((day, quarter) => (day === DAY ? today : quarter < 56 ? level(day) : level(daysAfter(day, 50))))
        .wh[60] ?? 0;
    expect(Math.abs(foretold - today)).toBeLessThan(60);
    expect(Math.abs(unrelated - 1000)).toBeLessThan(Math.abs(foretold - 1000));
  });

  it('ST-03 adjusts by at most 40 % of the event and says by how much', () => {
    const { wh, adjustments } = run((day) => (day === DAY ? 9000 : level(day)));
    const plain = run((day) => (day === DAY ? 1000 : level(day))).wh;
    const event = (values: readonly number[]): number =>
      values.slice(60, 68).reduce((sum, one) => sum + one, 0);
    expect(event(wh)).toBeLessThan(1.5 * event(plain));
    expect(adjustments[0]?.changeWh).toBeGreaterThan(0);
    expect(adjustments[0]).toMatchObject({ windowFrom: START - 40, windowTo: START + 56 });
  });

  it('ST-03 gains at most three quarters of what was burned in the last hour, however long the event', () => {
    const events = [{ from: START + 60, to: START + 84, notifiedAt: START + 56 }];
    const today = (moreWh: number): number =>
      run((day, quarter) => (day === DAY ? 1000 + (quarter >= 52 ? moreWh : 0) : level(day)), { events })
        .wh.slice(60, 84)
        .reduce((sum, wh) => sum + wh, 0);
    const gained = today(200) - today(0);
    expect(gained).toBeLessThanOrEqual(0.75 * 4 * 200 + 24);
    expect(gained).toBeGreaterThan(0.5 * 4 * 200);
  });

  it('ST-03 adjusts nothing by a time with an event day, an outage or a missing reading in it, and says so', () => {
    const left = { changeWh: 0, left: 'unusable window' };
    const yesterday = new Set([daysAfter(DAY, -1)]);
    expect(run(level, { eventDays: yesterday }).adjustments[0]).toMatchObject(left);
    expect(run(level, { outageDays: yesterday }).adjustments[0]).toMatchObject(left);
    const readings = readingsOf([DAY, ...PAST], level);
    readings.delete(START + 50);
    expect(run(level, { readings }).adjustments[0]).toMatchObject(left);
  });

  it('ST-03 refuses with fewer than 20 days to learn from', () => {
    const eventDays = new Set(PAST.slice(0, 40).filter((_, index) => index % 2 === 0));
    const readings = readingsOf([DAY, ...PAST], level);
    const result = calibratedBlend.baseline(baselineInput(DAY, { readings, eventDays, events: [EVENT] }));
    expect(result).toMatchObject({ ok: false, reason: 'insufficient-days' });
  });
});
