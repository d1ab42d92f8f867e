import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { additiveRule } from './additive-rule.js';
import type { AdjustmentRule } from './adjustment-rule.js';
import { ratioRule } from './ratio-rule.js';

const RULES: readonly [string, AdjustmentRule, number][] = [
  ['ratio within 20 %', ratioRule(12, 4, 20), 0.2],
  ['ratio within 40 %', ratioRule(12, 4, 40), 0.4],
  ['ratio of New York', ratioRule(8, 8, 20), 0.2],
  ['additive', additiveRule(12, 4, 20), 0.2],
];

const situation = fc.record({
  events: fc.array(fc.integer({ min: -5000, max: 50_000 }), { minLength: 1, maxLength: 40 }),
  windowBaselineWh: fc.integer({ min: -10_000, max: 200_000 }),
  windowActualWh: fc.integer({ min: -10_000, max: 200_000 }),
  moreWh: fc.integer({ min: 0, max: 1_000_000 }),
});

function changes(
  rule: AdjustmentRule,
  events: readonly number[],
  windowActualWh: number,
  windowBaselineWh: number,
): number[] {
  const dayEventsWh = events.reduce((sum, wh) => sum + Math.abs(wh), 0);
  const observed = {
    windowLength: rule.windowLength,
    windowActualWh,
    windowBaselineWh,
    dayEventsWh,
    dayEventsLength: events.length,
  };
  const change = rule.changeWh(observed);
  return events.map((wh) => change?.(wh) ?? 0);
}

const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

describe.each(RULES)('every adjustment rule: %s', (_, rule, cap) => {
  it('ST-03 a Wh more before the event gains at most three quarters of a Wh, but for rounding', () => {
    const law = fc.property(situation, ({ events, windowActualWh, windowBaselineWh, moreWh }) => {
      const honest = total(changes(rule, events, windowActualWh, windowBaselineWh));
      const inflated = total(changes(rule, events, windowActualWh + moreWh, windowBaselineWh));
      expect(inflated - honest).toBeLessThanOrEqual(0.75 * moreWh + events.length);
    });
    fc.assert(law, { seed: 42, numRuns: 3000 });
  });

  it('ST-03 never changes the events by more than its cap, but for rounding', () => {
    const law = fc.property(situation, ({ events, windowActualWh, windowBaselineWh }) => {
      const changed = changes(rule, events, windowActualWh, windowBaselineWh);
      const most = cap * events.reduce((sum, wh) => sum + Math.abs(wh), 0) + events.length;
      expect(changed.reduce((sum, wh) => sum + Math.abs(wh), 0)).toBeLessThanOrEqual(most);
      expect(changed.every((wh) => Number.isSafeInteger(wh))).toBe(true);
    });
    fc.assert(law, { seed: 42, numRuns: 3000 });
  });
});
