import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { dayType } from '../src/calendar/day-type.js';
import { quartersOf } from '../src/calendar/local-quarters.js';
import type { BaselineMethod, BaselineResult, LocalDay } from '../src/index.js';
import { ZONE, baselineInput, daysBefore, readingsOf } from './readings.js';

/** What must hold for every baseline method, whatever it computes. */
export function describeBaselineMethod(method: BaselineMethod): void {
  const inputFor = (day: LocalDay, salt: number) => {
    const readings = readingsOf(daysBefore(day, 45), (from, quarter) => scattered(from, quarter, salt));
    const defaultWh = readingsOf([day], (from, quarter) => scattered(from, quarter, salt + 1));
    return baselineInput(day, { readings, defaultWh });
  };

  describe(`every baseline method: ${method.name}`, () => {
    it.each(['2024-02-19', '2024-03-31', '2024-10-27'])(
      'ST-03 has one whole value per interval of %s',
      (day) => {
        const result = method.baseline(inputFor(day, 1));
        const values = valuesOf(result);
        expect(values.map(({ interval }) => interval)).toEqual(
          quartersOf(day, ZONE).map(({ interval }) => interval),
        );
        expect(values.filter(({ baselineWh }) => !Number.isSafeInteger(baselineWh))).toEqual([]);
      },
    );

    it('ST-03 does not depend on the order in which readings arrived', () => {
      const input = inputFor('2024-02-19', 2);
      const expected = method.baseline(input);
      const shuffled = fc.shuffledSubarray([...input.readings], { minLength: input.readings.size });
      const law = fc.property(shuffled, (entries) => {
        expect(method.baseline({ ...input, readings: new Map(entries) })).toEqual(expected);
      });
      fc.assert(law, { seed: 42, numRuns: 8 });
    });

    it('ST-03 is blind to what was measured on the day itself, after it, and on event days', () => {
      const day = '2024-02-19';
      const event = '2024-02-15';
      const input = { ...inputFor(day, 3), eventDays: new Set([event]) };
      const law = fc.property(fc.integer({ min: -5000, max: 5000 }), (other) => {
        const changed = readingsOf([event, day, '2024-02-20'], () => other);
        const readings = new Map([...input.readings, ...changed]);
        expect(method.baseline({ ...input, readings })).toEqual(method.baseline(input));
      });
      fc.assert(law, { seed: 42, numRuns: 8 });
    });
  });
}

/** What a method of like days must also hold. */
export function describeLikeDayMethod(method: BaselineMethod): void {
  describe(`every like day method: ${method.name}`, () => {
    const day = '2024-02-19';
    const history = readingsOf(daysBefore(day, 45), () => 100);

    it('ST-03 fails by name with nine eligible days and never settles for fewer than ten', () => {
      const business = daysBefore(day, 45).filter((earlier) => dayType(earlier, new Set()) === 'business');
      const enough = new Set(business.slice(0, business.length - 10));
      const tooMany = new Set(business.slice(0, business.length - 9));
      expect(method.baseline(baselineInput(day, { readings: history, eventDays: enough })).ok).toBe(true);
      const failed = method.baseline(baselineInput(day, { readings: history, eventDays: tooMany }));
      expect(failed).toMatchObject({ ok: false, reason: 'insufficient-days' });
      expect(failed.days.filter(({ use }) => use === 'trimmed')).toHaveLength(9);
    });

    it('ST-03 does not take a missing reading for 0', () => {
      const one = quartersOf('2024-02-16', ZONE)[40]?.interval ?? 0;
      const readings = new Map(history);
      readings.delete(one);
      const result = method.baseline(baselineInput(day, { readings }));
      expect(valuesOf(result).map(({ baselineWh }) => baselineWh)).toEqual(
        Array.from({ length: 96 }, () => 100),
      );
      expect(result.days).toContainEqual({
        day: '2024-02-16',
        use: 'skipped',
        reason: 'incomplete readings',
      });
    });
  });
}

function valuesOf(result: BaselineResult) {
  if (!result.ok) throw new Error(result.reason);
  return result.values;
}

/** Anything irregular will do, as long as it is the same every time. */
function scattered(day: LocalDay, quarter: number, salt: number): number {
  return ((Number(day.replaceAll('-', '')) * 31 + quarter * 7919 + salt * 104_729) % 2003) - 500;
}
