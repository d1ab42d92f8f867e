import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { ZONE, baselineInput, daysBefore, type MappedInput } from '../../../test/readings.js';
import { quartersOf } from '../../calendar/local-quarters.js';
import type { BaselineMethod, BaselineResult } from '../baseline-method.js';
import { BASELINE_METHODS } from '../baseline-methods.js';

/*
 * Law 5. The contract: for each kWh delivered too little the participant forgoes the price and owes the penalty, so that
 * one Wh of baseline is worth price + penalty at most; each kWh consumed costs the retail tariff. As long as price and
 * penalty together are below 4/3 of the tariff (1 / MOST_SLOPE), inflating loses.
 */
const TARIFF = 0.3;
const PRICE = 0.25;
const PENALTY = 0.1;
const INFLATION = 5;

const DAY = '2024-02-19';
const QUARTERS = quartersOf(DAY, ZONE);
const START = QUARTERS[0]?.interval ?? 0;

/** A participant whose days lie up to a fifth apart as a whole, with noise and a peak at some time. */
const habit = fc.record({
  seed: fc.integer({ min: 0, max: 1_000_000 }),
  base: fc.integer({ min: 40, max: 3000 }),
  peak: fc.integer({ min: 0, max: 20_000 }),
  peakAt: fc.integer({ min: 0, max: 95 }),
});

/** Notified after at least four hours of the day, 0 to 6 hours before an event of a quarter to six hours. */
const event = fc
  .record({
    notifiedAt: fc.integer({ min: 17, max: 60 }),
    lead: fc.integer({ min: 0, max: 24 }),
    length: fc.integer({ min: 1, max: 12 }),
  })
  .map(({ notifiedAt, lead, length }) => ({
    notifiedAt: START + notifiedAt,
    from: START + notifiedAt + lead,
    to: START + notifiedAt + lead + length,
  }));

const DAYS = [DAY, ...daysBefore(DAY, 100)].flatMap((day, back) =>
  quartersOf(day, ZONE).map(({ interval, quarter }) => ({ interval, quarter, back })),
);

function inputOf({
  seed,
  base,
  peak,
  peakAt,
}: {
  seed: number;
  base: number;
  peak: number;
  peakAt: number;
}): MappedInput {
  const readings = new Map(
    DAYS.map(({ interval, quarter, back }): [number, number] => {
      const noise = ((back * 7919 + quarter * 104_729 + seed) % 101) - 50;
      const near = Math.max(0, 8 - Math.abs(quarter - peakAt));
      const level = 1 + (((back * 31 + seed) % 41) - 20) / 100;
      return [interval, Math.round(level * (base + (base * noise) / 400 + (peak * near) / 8))];
    }),
  );
  const temperatureC = new Map(
    DAYS.map(({ interval, back }): [number, number] => [interval, (back * 7) % 20]),
  );
  return baselineInput(DAY, { readings, temperatureC });
}

const adjustable = BASELINE_METHODS.filter(({ adjusts }) => adjusts);

describe('inflating consumption before an event', () => {
  it('ST-03 knows which methods it is about', () => {
    expect(adjustable.map(({ name }) => name).sort()).toEqual([
      '10-of-10-adjusted',
      'calibrated-blend',
      'high-4-of-5-additive',
      'high-5-of-10-adjusted',
      'mid-8-of-10-adjusted',
      'weather-matched',
    ]);
  });

  it.each(adjustable)('ST-03 five times the normal costs more than it gains: $name', (method) => {
    const law = fc.property(habit, event, (participant, asked) => {
      const honest = { ...inputOf(participant), events: [asked] };
      const { gainWh, costWh, length } = inflate(method, honest, asked);
      // Each interval's baseline is rounded to whole Wh, twice: the gain may be one Wh an interval more.
      expect((gainWh - length) * (PRICE + PENALTY)).toBeLessThan(costWh * TARIFF);
      expect(gainWh - length).toBeLessThanOrEqual(costWh * 0.75);
    });
    fc.assert(law, { seed: 42, numRuns: 10 });
  });
});

/** What the baseline gains over the event, and what was consumed for it, where the adjustment looks. */
function inflate(
  method: BaselineMethod,
  honest: MappedInput,
  asked: { from: number; to: number; notifiedAt: number },
) {
  const before = method.baseline(honest);
  const [adjustment] = before.ok ? (before.adjustments ?? []) : [];
  if (adjustment === undefined) throw new Error('the method must adjust');
  const readings = new Map(honest.readings);
  // The cheater knows where the method looks, as far as the last three hours, and inflates nowhere else.
  let costWh = 0;
  for (
    let interval = Math.max(adjustment.windowFrom, adjustment.windowTo - 12);
    interval < adjustment.windowTo;
    interval += 1
  ) {
    const normal = honest.readings.get(interval) ?? 0;
    readings.set(interval, normal * INFLATION);
    costWh += normal * (INFLATION - 1);
  }
  const after = method.baseline({ ...honest, readings });
  return { gainWh: eventWh(after, asked) - eventWh(before, asked), costWh, length: asked.to - asked.from };
}

function eventWh(result: BaselineResult, { from, to }: { from: number; to: number }): number {
  if (!result.ok) throw new Error(result.reason);
  return result.values
    .filter(({ interval }) => interval >= from && interval < to)
    .reduce((sum, { baselineWh }) => sum + baselineWh, 0);
}
