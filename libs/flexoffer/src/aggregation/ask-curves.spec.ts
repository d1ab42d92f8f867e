import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { arbitraryMember } from '../testing/arbitrary-member.js';
import { aggregate } from './aggregate.js';
import { askCurves, type AskCurve } from './ask-curves.js';

const options = {
  zoneDepth: 1,
  startToleranceIntervals: 20,
  timeFlexibilityToleranceIntervals: 20,
  aggregatorId: 'agg',
  tolerances: {},
};

const energyOf = (curve: AskCurve): number => curve.reduce((sum, { energyWh }) => sum + energyWh, 0);

/** Whether the steps go up in price, no two of the same, none without energy. */
function isAscending(curve: AskCurve): boolean {
  return curve.every(
    ({ priceMicroPerKwh, energyWh }, index) =>
      energyWh > 0 && priceMicroPerKwh > (curve[index - 1]?.priceMicroPerKwh ?? -Infinity),
  );
}

describe('askCurves', () => {
  const arbitraryAggregates = fc
    .uniqueArray(arbitraryMember, { selector: ({ id }) => id, minLength: 2, maxLength: 8 })
    .map((offers) => aggregate(offers, options).filter(({ members }) => members.length > 1));

  it('FM-02 have exactly the room of the aggregate, and nothing dearer than its published price', () => {
    fc.assert(
      fc.property(arbitraryAggregates, (aggregates) => {
        for (const whole of aggregates) {
          const { slices, defaultSchedule, price } = whole.offer;
          askCurves(whole).forEach(({ up, down }, unit) => {
            const slice = slices[unit];
            const usual = defaultSchedule.energiesWh[unit] ?? NaN;
            expect(energyOf(up)).toBe((slice?.upperWh ?? NaN) - usual);
            expect(energyOf(down)).toBe(usual - (slice?.lowerWh ?? NaN));
            expect([isAscending(up), isAscending(down)]).toEqual([true, true]);
            const published = slice?.price ?? price;
            expect(up.at(-1)?.priceMicroPerKwh ?? -Infinity).toBeLessThanOrEqual(published.up);
            expect(down.at(-1)?.priceMicroPerKwh ?? -Infinity).toBeLessThanOrEqual(published.down);
          });
          expect(askCurves(whole)).toHaveLength(slices.length);
        }
      }),
      { seed: 42, numRuns: 500 },
    );
  });
});
