import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { CONTRACT, tradedDelivery } from '../../test/arbitraries.js';
import { ZONE, daysBefore } from '../../test/readings.js';
import { measuredDays, settlementFacts } from '../../test/settlement-facts.js';
import { BASELINE_METHODS } from '../baseline/baseline-methods.js';
import { dayQuarters } from '../calendar/day-quarters.js';
import type { LocalDay } from '../calendar/local-day.js';
import type { Evidence } from './evidence.js';
import { settleWithEvidence } from './settle-with-evidence.js';
import type { SettlementFacts } from './settlement-facts.js';
import { verifyReport } from './verify-report.js';

/** An ordinary day, the day of 92 intervals and the day of 100. */
const DAYS: readonly LocalDay[] = ['2024-02-19', '2024-03-31', '2024-10-27'];

/** Everything that any method reads: more than three months, of which some days are holidays, outages or events. */
function fullFacts(day: LocalDay, method: string, changes: Partial<SettlementFacts> = {}): SettlementFacts {
  const past = daysBefore(day, 110);
  const quarters = dayQuarters(day, ZONE);
  const first = quarters[0]?.interval ?? 0;
  const intervals = [8, 9, 10, 70].map((quarter) => first + quarter);
  return settlementFacts({
    period: { from: first, to: first + quarters.length },
    contract: { ...CONTRACT, baselineMethod: method },
    holidays: past.slice(9, 10),
    eventDays: [day, ...past.slice(5, 7)],
    outageDays: past.slice(12, 13),
    events: [
      { from: first + 8, to: first + 11, notifiedAt: first - 2 },
      { from: first + 70, to: first + 71, notifiedAt: first + 60 },
    ],
    deliveries: intervals.map((interval) =>
      tradedDelivery({ interval, orderedWh: 200, tradeId: `t${interval}` }),
    ),
    readings: measuredDays(
      [day, ...past],
      (each, quarter) => 900 + ((Number(each.slice(-2)) * 37 + quarter * 13) % 211),
    ),
    temperatures: [day, ...past].map((each) => ({
      day: each,
      celsius: dayQuarters(each, ZONE).map((_, index) => ((Number(each.slice(-2)) + index) % 25) - 3.5),
    })),
    prognoses: [{ day, submittedAt: first - 40, energyWh: quarters.map((_, index) => 800 + index) }],
    ...changes,
  });
}

function settle(facts: SettlementFacts) {
  const settled = settleWithEvidence(facts);
  if (!settled.ok) throw new Error(JSON.stringify(settled.faults));
  return settled.value;
}

describe.each(BASELINE_METHODS)('a settlement by $name', ({ name }) => {
  it.each(DAYS)('ST-06 follows from its evidence alone, byte for byte, on %s', (day) => {
    const { report, evidence, evidenceText } = settle(fullFacts(day, name));
    expect(report.lines.map(({ missing, actualWh }) => [missing, actualWh === null])).toEqual(
      report.lines.map(() => [undefined, false]),
    );
    const [baseline] = evidence.baselines;
    expect(baseline?.ok === true && baseline.baselineWh).toHaveLength(dayQuarters(day, ZONE).length);
    const read = JSON.parse(evidenceText) as Evidence;
    expect(settle(read).evidenceText).toBe(evidenceText);
    expect(verifyReport(report, read)).toEqual({ valid: true, differences: [] });
  });

  it('ST-06 has the same bytes in whatever order its facts arrived', () => {
    const facts = fullFacts('2024-03-31', name);
    const { evidenceText } = settle(facts);
    const shuffled = <T>(list: readonly T[]) => fc.shuffledSubarray([...list], { minLength: list.length });
    const lists = fc.record({
      readings: shuffled(facts.readings),
      deliveries: shuffled(facts.deliveries),
      eventDays: shuffled(facts.eventDays),
      events: shuffled(facts.events),
      temperatures: shuffled(facts.temperatures),
    });
    const law = fc.property(lists, (arrived) => {
      expect(settle({ ...facts, ...arrived }).evidenceText).toBe(evidenceText);
    });
    fc.assert(law, { seed: 42, numRuns: 3 });
  });
});

describe('a settlement without a usable method', () => {
  const bare = { readings: fullFacts('2024-02-19', '10-of-10').readings.slice(0, 3) };

  it('ST-03 goes by the fallback of the contract and says which method refused, and why', () => {
    const contract = { ...CONTRACT, baselineMethod: '10-of-10', baselineFallback: 'prognosis' };
    const { report, evidence } = settle(fullFacts('2024-02-19', '', { ...bare, contract }));
    expect(report.lines.map(({ fallbackMethod }) => fallbackMethod)).toEqual(
      report.lines.map(() => 'prognosis'),
    );
    expect(evidence.baselines[0]).toMatchObject({
      method: 'prognosis',
      refused: [{ method: '10-of-10', reason: 'insufficient-days' }],
    });
  });

  it('ST-03 names both reasons where the fallback has no baseline either', () => {
    const contract = { ...CONTRACT, baselineMethod: '10-of-10', baselineFallback: 'prognosis' };
    const { report } = settle(fullFacts('2024-02-19', '', { ...bare, contract, prognoses: [] }));
    const missing = 'baseline: insufficient-days, fallback prognosis: no-prognosis';
    expect(report.lines.map((line) => [line.missing, line.amount])).toEqual(
      report.lines.map(() => [missing, null]),
    );
  });

  it('ST-03 passes over a method that broke its limits where the contract says so, and marks it where not', () => {
    const faults = [{ path: 'bias', message: 'must be within 4 % up or down, is 9 %' }];
    const baselineChecks = [{ method: '10-of-10', checkedAt: '2024-02-01T00:00:00Z', faults }];
    const contract = { ...CONTRACT, baselineMethod: '10-of-10' };
    const marked = settle(fullFacts('2024-02-19', '', { contract, baselineChecks }));
    expect(marked.report.lines[0]).toMatchObject({ outsideLimits: true });
    const strict = { ...contract, refuseOutsideLimits: true };
    const refused = settle(fullFacts('2024-02-19', '', { contract: strict, baselineChecks }));
    expect(refused.report.lines[0]).toMatchObject({ missing: 'baseline: outside-limits', amount: null });
    expect(settle(JSON.parse(refused.evidenceText) as Evidence).evidenceText).toBe(refused.evidenceText);
  });
});
