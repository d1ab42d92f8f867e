import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { CONTRACT, tradedDelivery } from '../../test/arbitraries.js';
import { DELIVERY_DAY, settlementFacts } from '../../test/settlement-facts.js';
import { canonicalJson } from './canonical-json.js';
import type { SettlementFacts } from './settlement-facts.js';
import { settleWithEvidence } from './settle-with-evidence.js';

function settle(facts: SettlementFacts) {
  const settled = settleWithEvidence(facts);
  if (!settled.ok) throw new Error(JSON.stringify(settled.faults));
  return settled.value;
}

const faultPaths = (changes: Partial<SettlementFacts>): string[] => {
  const settled = settleWithEvidence(settlementFacts(changes));
  return settled.ok ? [] : settled.faults.map(({ path }) => path);
};

describe('settleWithEvidence', () => {
  it('ST-06 gives the same bytes whatever the order in which facts arrived', () => {
    const facts = settlementFacts();
    const expected = canonicalJson(settle(facts));
    const shuffled = fc.record({
      readings: fc.shuffledSubarray([...facts.readings], { minLength: facts.readings.length }),
      deliveries: fc.shuffledSubarray([...facts.deliveries], { minLength: facts.deliveries.length }),
      eventDays: fc.shuffledSubarray([...facts.eventDays], { minLength: facts.eventDays.length }),
    });
    const law = fc.property(shuffled, (lists) => {
      expect(canonicalJson(settle({ ...facts, ...lists }))).toBe(expected);
    });
    fc.assert(law, { seed: 42, numRuns: 20 });
  });

  it('ST-06 keeps the facts that it used and no others, and settles the same from them', () => {
    const facts = settlementFacts();
    const { report, evidence } = settle(facts);
    expect(evidence.readings.length).toBeLessThan(facts.readings.length);
    expect(settle(evidence)).toMatchObject({ report, evidence });
  });

  it('ST-06 traces the baseline to its days, with a reason for each that was passed over', () => {
    const [baseline] = settle(settlementFacts()).evidence.baselines;
    expect(baseline).toMatchObject({ ok: true, day: DELIVERY_DAY });
    const days = baseline?.ok === true ? baseline.days : [];
    expect(days.filter(({ use }) => use === 'counted')).toHaveLength(8);
    expect(days.filter(({ use }) => use === 'trimmed')).toHaveLength(2);
    expect(days).toContainEqual({ day: '2024-01-10', use: 'skipped', reason: 'event day' });
    expect(days).toContainEqual({ day: '2024-01-11', use: 'skipped', reason: 'incomplete readings' });
    expect(days).toContainEqual({ day: '2024-01-01', use: 'skipped', reason: 'other day type' });
  });

  it('ST-06 keeps what there is of a day that was skipped as incomplete, and shows what it lacks', () => {
    const { evidence } = settle(settlementFacts());
    const incomplete = evidence.readings.find(({ day }) => day === '2024-01-11');
    expect(incomplete?.importWh.filter((taken) => taken === null)).toHaveLength(4);
    expect(incomplete?.origins.map(({ count, quality }) => [count, quality])).toEqual([
      [4, 'measured'],
      [4, undefined],
      [88, 'measured'],
    ]);
    expect(evidence.readings.map(({ day }) => day)).not.toContain('2024-01-10');
  });

  it('ST-04 counts an export as negative consumption', () => {
    const facts = settlementFacts();
    const tenOClock = facts.readings.find(({ day }) => day === DELIVERY_DAY)?.importWh[44] ?? 0;
    expect(settle(facts).report.lines[0]?.actualWh).toBe(tenOClock - 500);
  });

  it('ST-06 a missing baseline is named in every line of the day', () => {
    const { report } = settle(settlementFacts({ eventDays: decembersLastDays() }));
    expect(report.lines.map(({ missing }) => missing)).toEqual(
      report.lines.map(() => 'baseline: insufficient-days'),
    );
  });

  it('ST-03 the default schedule of an offer in two trades counts once', () => {
    const { report } = settle(
      settlementFacts({ contract: { ...CONTRACT, baselineMethod: 'default-schedule' } }),
    );
    expect(report.lines.map(({ baselineWh }) => baselineWh)).toEqual([3000, 3000, 3000]);
  });

  it('ST-03 the default schedules of two offers add up', () => {
    const { report } = settle(
      settlementFacts({
        contract: { ...CONTRACT, baselineMethod: 'default-schedule' },
        deliveries: [tradedDelivery({}), tradedDelivery({ flexOfferId: 'offer-2', defaultWh: 40 })],
      }),
    );
    expect(report.lines.map(({ baselineWh }) => baselineWh)).toEqual([3040, 3040]);
  });

  it.each<[string, Partial<SettlementFacts>, string[]]>([
    ['a zone that does not exist', { zone: 'Mars/Olympus' }, ['zone']],
    ['a period backwards', { period: { from: 2, to: 1 } }, ['period']],
    [
      'an unknown method',
      { contract: { ...CONTRACT, baselineMethod: 'guess' } },
      ['contract.baselineMethod'],
    ],
    [
      'shares that do not sum to one',
      { contract: { ...CONTRACT, shares: { prosumer: 1, aggregator: 0, operator: 0 } } },
      ['contract.shares'],
    ],
    ['a negative penalty', { contract: { ...CONTRACT, penaltyPerKwh: -1 } }, ['contract.penaltyPerKwh']],
    ['a negative tolerance', { contract: { ...CONTRACT, toleranceWh: -1 } }, ['contract.toleranceWh']],
    ['a delivery twice', { deliveries: [tradedDelivery({}), tradedDelivery({})] }, ['deliveries']],
    [
      "another participant's delivery",
      { deliveries: [tradedDelivery({ participantId: 'home-8' })] },
      ['deliveries[0].participantId'],
    ],
    ['half a watt-hour', { deliveries: [tradedDelivery({ orderedWh: 0.5 })] }, ['deliveries[0]']],
    ['a fraction of a price', { deliveries: [tradedDelivery({ price: 0.1 })] }, ['deliveries[0].price']],
    ['no interval', { deliveries: [tradedDelivery({ interval: Number.NaN })] }, ['deliveries[0].interval']],
  ])('refuses %s', (_, changes, paths) => {
    expect(faultPaths(changes)).toEqual(paths);
  });

  it('refuses readings that are not whole or come twice', () => {
    const [first] = settlementFacts().readings;
    if (first === undefined) throw new Error('the facts have no readings');
    const halves = first.importWh.map(() => 1.5);
    expect(faultPaths({ readings: [first, { ...first, importWh: halves }] })).toEqual([
      'readings[1]',
      'readings',
    ]);
  });
});

/** Leaves January's ten business days before the delivery, of which one is a holiday and one incomplete. */
function decembersLastDays(): string[] {
  return Array.from({ length: 20 }, (_, index) => `2023-12-${String(index + 12)}`);
}
