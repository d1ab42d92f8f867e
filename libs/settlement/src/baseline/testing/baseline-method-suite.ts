import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { ZONE, readingsOf, type MappedInput } from '../../../test/readings.js';
import { daysAfter } from '../../calendar/local-day.js';
import { dayQuarters } from '../../calendar/day-quarters.js';
import type { BaselineMethod, BaselineResult } from '../baseline-method.js';
import { DAYS, fullInput } from './fixture.js';

/** What must hold for every baseline method, whatever it computes. */
export function describeBaselineMethod(method: BaselineMethod): void {
  describe(`every baseline method: ${method.name}`, () => {
    it.each(DAYS)('ST-03 has one whole value per interval of %s', (day) => {
      const values = valuesOf(method.baseline(fullInput(day)));
      const intervals = dayQuarters(day, ZONE).map(({ interval }) => interval);
      expect(values.map(({ interval }) => interval)).toEqual(intervals);
      expect(values.filter(({ baselineWh }) => !isWhole(baselineWh))).toEqual([]);
    });

    it('ST-03 does not depend on the order in which readings and temperatures arrived', () => {
      const input = fullInput(DAY);
      const expected = method.baseline(input);
      for (const order of [reversed, scrambled]) {
        const arrived = { readings: order(input.readings), temperatureC: order(input.temperatureC) };
        expect(method.baseline({ ...input, ...arrived })).toEqual(expected);
      }
    });

    it('ST-03 is blind to event days, outages, what follows the first notification, and later days', () => {
      const excluded = excludedDays(fullInput(DAY));
      const expected = method.baseline(excluded);
      const law = fc.property(fc.integer({ min: -5000, max: 5000 }), (other) => {
        const changed = readingsOf([EVENT, OUTAGE, daysAfter(DAY, 1)], () => other);
        const after = [...readingsOf([DAY], () => other)].slice(56);
        const readings = new Map([...excluded.readings, ...changed, ...after]);
        expect(method.baseline({ ...excluded, readings })).toEqual(expected);
      });
      fc.assert(law, { seed: 42, numRuns: 2 });
    });

    it('ST-03 says which days it used: no other reading before the day has any influence', () => {
      const input = fullInput(DAY);
      const result = method.baseline(input);
      const used = new Set(result.days.flatMap(({ day, use }) => (use === 'skipped' ? [] : [day])));
      const own = new Set(dayQuarters(DAY, ZONE).map(({ interval }) => interval));
      const usedIntervals = new Set(
        [...used].flatMap((day) => dayQuarters(day, ZONE).map(({ interval }) => interval)),
      );
      const readings = new Map(
        [...input.readings].map(([interval, wh]): [number, number] => [
          interval,
          usedIntervals.has(interval) || own.has(interval) ? wh : wh + 777,
        ]),
      );
      expect(valuesOf(method.baseline({ ...input, readings }))).toEqual(valuesOf(result));
    });

    it('ST-03 takes a day that lacks a reading for no day, and never the reading for 0', () => {
      const input = fullInput(DAY);
      const readings = new Map(input.readings);
      readings.delete(dayQuarters(EVENT, ZONE)[40]?.interval ?? 0);
      const without = method.baseline({ ...input, outageDays: new Set([EVENT]) });
      expect(valuesOf(method.baseline({ ...input, readings }))).toEqual(valuesOf(without));
    });

    it('ST-03 adjusts nothing but events', () => {
      const input = fullInput(DAY);
      const { events, ...calm } = input;
      const outside = ({ interval }: { interval: number }): boolean =>
        !events?.some(({ from, to }) => interval >= from && interval < to);
      const withEvents = valuesOf(method.baseline(input)).filter(outside);
      expect(withEvents).toEqual(valuesOf(method.baseline(calm)).filter(outside));
    });
  });
}

/** What a method that reads the past must also hold. */
export function describeMethodWithHistory(method: BaselineMethod): void {
  describe(`every method with a history: ${method.name}`, () => {
    it.each([0, 1, 3])(
      'ST-03 refuses by name with %i days, and never settles for fewer than it needs',
      (count) => {
        const input = fullInput(DAY);
        const first = dayQuarters(daysAfter(DAY, -count), ZONE)[0]?.interval ?? 0;
        const readings = new Map([...input.readings].filter(([interval]) => interval >= first));
        const result = method.baseline({ ...input, readings });
        expect(result).toMatchObject({ ok: false, reason: 'insufficient-days' });
      },
    );

    it('ST-03 reads no further back than it says', () => {
      const input = fullInput(DAY);
      const first = dayQuarters(daysAfter(DAY, -method.lookBackDays), ZONE)[0]?.interval ?? 0;
      const readings = new Map([...input.readings].filter(([interval]) => interval >= first));
      expect(valuesOf(method.baseline({ ...input, readings }))).toEqual(valuesOf(method.baseline(input)));
    });
  });
}

const DAY = '2024-02-19';
const EVENT = '2024-02-15';
const OUTAGE = '2024-02-14';

function excludedDays(input: MappedInput): MappedInput {
  return { ...input, eventDays: new Set([EVENT]), outageDays: new Set([OUTAGE]) };
}

function reversed(values: ReadonlyMap<number, number> = new Map()): Map<number, number> {
  return new Map([...values].reverse());
}

function scrambled(values: ReadonlyMap<number, number> = new Map()): Map<number, number> {
  return new Map([...values].sort(([a], [b]) => ((a * 7919) % 10_007) - ((b * 7919) % 10_007)));
}

/** -0 is not: it is written as 0 and does not come back. */
function isWhole(value: number): boolean {
  return Number.isSafeInteger(value) && !Object.is(value, -0);
}

function valuesOf(result: BaselineResult) {
  if (!result.ok) throw new Error(result.reason);
  return result.values;
}
