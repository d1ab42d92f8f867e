import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { DELIVERY_DAY, settlementFacts } from '../../test/settlement-facts.js';
import { settleWithEvidence } from '../evidence/settle-with-evidence.js';
import type { ReadingDay } from '../evidence/reading-day.js';
import type { SettlementFacts } from '../evidence/settlement-facts.js';
import { microOf } from '../money/decimal.js';
import { explainVersion, type ProvenVersion } from './explain-version.js';

function version(facts: SettlementFacts): ProvenVersion {
  const settled = settleWithEvidence(facts);
  if (!settled.ok) throw new Error(JSON.stringify(settled.faults));
  return settled.value;
}

const FACTS = settlementFacts();
/** Counted from midnight in Luxembourg, an hour before UTC. */
const TEN = 44;
const corrected = (moreWh: number): SettlementFacts => ({
  ...FACTS,
  readings: withTenOClock((importWh) => importWh + moreWh),
});

/** The readings with another value at eleven in Luxembourg, which is ten o'clock of UTC; null: none. */
function withTenOClock(change: (importWh: number) => number | null): ReadingDay[] {
  return FACTS.readings.map((day) => {
    if (day.day !== DELIVERY_DAY) return day;
    const importWh = day.importWh.map((value, quarter) =>
      quarter === TEN && value !== null ? change(value) : value,
    );
    const exportWh = day.exportWh.map((value, quarter) => (importWh[quarter] === null ? null : value));
    return { ...day, importWh, exportWh };
  });
}

describe('the differences between two versions of a report', () => {
  it('ST-06 are none where nothing was learned', () => {
    const { words, ...changes } = explainVersion(version(FACTS), version(FACTS));
    expect(words).toEqual([expect.stringMatching(/^The net amount is \S+ CHF as before\.$/)]);
    expect(changes).toEqual({
      facts: { readings: [], deliveries: [], contract: [], others: [] },
      lines: [],
      rewards: [],
      totals: [],
    });
  });

  it('ST-06 lead from a corrected meter value over its lines to the net amount, in words and figures', () => {
    const [before, after] = [version(FACTS), version(corrected(-100))];
    const { words, facts, lines, totals } = explainVersion(before, after);
    expect(facts.readings).toMatchObject([
      { intervalStart: '2024-01-15T10:00:00Z', before: { importWh: 2194 }, after: { importWh: 2094 } },
    ]);
    expect(lines.map(({ tradeId, because }) => [tradeId, because])).toEqual([
      ['trade-1', ['the meter value']],
      ['trade-2', ['the meter value']],
    ]);
    expect(lines[0]?.figures).toContainEqual({ path: 'actualWh', before: 1694, after: 1594 });
    expect(totals.map(({ path }) => path)).toContain('totals.net');
    expect(words[0]).toBe('1 meter value changed.');
    expect(words.at(-1)).toMatch(/^The net amount is \S+ CHF, \S+ (more|less) than the \S+ of before\.$/);
  });

  it('ST-06 name new terms of the contract, new trades, and values that arrived late', () => {
    const before = version({
      ...FACTS,
      readings: withTenOClock(() => null),
      deliveries: FACTS.deliveries.slice(0, 2),
    });
    const contract = { ...FACTS.contract, version: 3, penaltyPerKwh: 12_000_000 };
    const { words, facts, lines } = explainVersion(before, version({ ...FACTS, contract }));
    expect(words).toContain('The contract.penaltyPerKwh is 12000000 and was 11000000.');
    expect(words).toContain('1 part of a trade changed.');
    expect(facts.readings).toContainEqual(
      expect.objectContaining({ intervalStart: '2024-01-15T10:00:00Z', before: null }),
    );
    expect(lines.map(({ because }) => because)).toContainEqual(['the delivery is new']);
  });

  it('ST-06 hold every change of the net amount', () => {
    fc.assert(
      fc.property(fc.integer({ min: -600, max: 600 }), (moreWh) => {
        const [before, after] = [version(FACTS), version(corrected(moreWh))];
        const { lines, words } = explainVersion(before, after);
        const change = lines
          .flatMap(({ figures }) => figures)
          .filter(({ path }) => path === 'amount' || path === 'penalty')
          .map(({ path, before: was, after: is }) => {
            const more = microOf(String(is)) - microOf(String(was));
            return path === 'amount' ? more : -more;
          })
          .reduce((sum, each) => sum + each, 0n);
        expect(change).toBe(microOf(after.report.totals.net) - microOf(before.report.totals.net));
        expect(words.at(-1)).toContain(after.report.totals.net);
      }),
      { seed: 4, numRuns: 20 },
    );
  });
});
