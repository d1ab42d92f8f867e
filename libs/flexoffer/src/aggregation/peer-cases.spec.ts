import { describe, expect, it } from '@jest/globals';
import { disaggregate } from '../disaggregation/disaggregate.js';
import { scheduleFaults } from '../feasibility/schedule-faults.js';
import type { EnergyBounds, FlexOffer, Schedule, Slice } from '../flex-offer.js';
import { anOffer } from '../testing/an-offer.js';
import type { Aggregate } from './aggregate-of.js';
import type { AggregateOptions } from './aggregate-options.js';
import { aggregate } from './aggregate.js';
import { askCurves } from './ask-curves.js';
import { memberEnergies } from './member-energies.js';
import { Portfolio } from './portfolio/portfolio.js';

/**
 * Cases with which an earlier open-source FlexOffer manager was tested, or in which it was seen to go wrong; the
 * expectations are the right results. Energies are in kWh there and Wh here.
 */
const options: AggregateOptions = {
  zoneDepth: 1,
  startToleranceIntervals: 4,
  timeFlexibilityToleranceIntervals: 4,
  aggregatorId: 'agg',
};

function slice(lowerKwh: number, upperKwh: number, duration = 1): Slice {
  return {
    minDuration: duration,
    maxDuration: duration,
    lowerWh: 1000 * lowerKwh,
    upperWh: 1000 * upperKwh,
  };
}

function offer(id: string, startAfter: number, startBefore: number, slices: readonly Slice[]): FlexOffer {
  return anOffer({ id, startAfter, startBefore, slices });
}

function only(offers: readonly FlexOffer[], changes: Partial<AggregateOptions> = {}): Aggregate {
  const [first, second] = aggregate(offers, { ...options, ...changes });
  if (first === undefined || second !== undefined) throw new Error('expected one aggregate');
  return first;
}

function boundsOf({ offer: { slices } }: Aggregate): number[][] {
  return slices.map(({ lowerWh, upperWh }) => [lowerWh / 1000, upperWh / 1000]);
}

/** The members' schedules, each checked against its own offer. */
function parts(whole: Aggregate, schedule: Schedule): Schedule[] {
  const result = disaggregate(whole, schedule);
  if (!result.ok) throw new Error(JSON.stringify(result.faults));
  return whole.members.map((member) => {
    const own = result.value.get(member.offer.id);
    if (own === undefined) throw new Error(`nothing for ${member.offer.id}`);
    expect(scheduleFaults(member.offer, own)).toEqual([]);
    return own;
  });
}

describe('probes of aggregation', () => {
  it('FM-02 FM-03 probe 1: aligned starts, shared in proportion, exact in watt-hours', () => {
    const a = offer('a', 100, 104, [slice(1, 2), slice(1, 3), slice(0, 1)]);
    const whole = only([a, offer('b', 102, 104, [slice(2, 4), slice(0, 2)])]);
    expect([whole.offer.startAfter, whole.offer.startBefore]).toEqual([100, 102]);
    expect(boundsOf(whole)).toEqual([
      [1, 2],
      [1, 3],
      [2, 5],
      [0, 2],
    ]);
    expect(parts(whole, { start: 101, energiesWh: [1500, 2000, 3000, 1000] })).toEqual([
      { start: 101, energiesWh: [1500, 2000, 334] },
      { start: 103, energiesWh: [2666, 1000] },
    ]);
  });

  it('FM-02 probe 2: a gap between members is two intervals of nothing', () => {
    const whole = only([offer('a', 100, 104, [slice(1, 2)]), offer('b', 103, 107, [slice(3, 5)])]);
    expect(boundsOf(whole)).toEqual([
      [1, 2],
      [0, 0],
      [0, 0],
      [3, 5],
    ]);
  });

  it('FM-02 probe 3: slices of different durations', () => {
    const a = offer('a', 100, 104, [slice(2, 4, 2), slice(1, 2)]);
    const whole = only([a, offer('b', 100, 104, [slice(1, 3), slice(4, 8, 2)])]);
    expect(boundsOf(whole)).toEqual([
      [2, 5],
      [3, 6],
      [3, 6],
    ]);
  });

  it('FM-02 probe 5: consumption, production and both are three kinds, not two', () => {
    const kinds = [slice(-2, -1), slice(1, 2), slice(-1, 1)];
    const offers = kinds.map((each, index) => offer(`fo-${index}`, 100, 104, [each]));
    expect(aggregate(offers, options)).toHaveLength(3);
  });

  it('FM-03 probe 7: a total energy of at most 4 is kept by the member', () => {
    const a = { ...offer('a', 100, 104, [slice(0, 5), slice(0, 5)]), totalEnergy: total(0, 4) };
    const whole = only([a, offer('b', 100, 104, [slice(0, 5), slice(0, 5)])]);
    const members = parts(whole, { start: 100, energiesWh: [5000, 5000] });
    expect(members[0]?.energiesWh.reduce((sum, energy) => sum + energy, 0)).toBeLessThanOrEqual(4000);
    expect(whole.flexibilityRetained.energy).toBeLessThan(1);
  });

  const tight = anOffer({
    id: 'a',
    startAfter: 100,
    startBefore: 104,
    slices: [slice(0, 5), slice(0, 5)],
    totalEnergy: total(8, 10),
    defaultSchedule: { start: 100, energiesWh: [4000, 4000] },
  });
  const small = offer('b', 100, 104, [slice(0, 1), slice(0, 1)]);

  it('FM-03 probe 8: a total energy of at least 8 is kept by the member', () => {
    const members = parts(only([tight, small]), { start: 100, energiesWh: [4000, 5000] });
    const sums = [0, 1].map((unit) => members.reduce((sum, own) => sum + (own.energiesWh[unit] ?? 0), 0));
    expect(sums).toEqual([4000, 5000]);
  });

  it('FM-03 does not promise 6 and 2, which separately added bounds and totals allow and nobody can do', () => {
    const result = disaggregate(only([tight, small]), { start: 100, energiesWh: [6000, 2000] });
    expect(result.ok).toBe(false);
  });

  it('FM-03 probe 10: another number of intervals is refused, not thrown', () => {
    const whole = only([offer('a', 100, 104, [slice(0, 1)]), offer('b', 100, 104, [slice(0, 1)])]);
    expect(disaggregate(whole, { start: 100, energiesWh: [0, 0] }).ok).toBe(false);
  });

  it('FM-02 probe 11: nothing else needs to be alike if no further criterion is given', () => {
    const prices = [1, 2, 3].map((up) => ({
      ...offer(`fo-${up}`, 100, 104, [slice(0, 1)]),
      price: { up, down: 0 },
    }));
    expect(aggregate(prices, { ...options, tolerances: {} })).toHaveLength(1);
    expect(aggregate(prices, options)).toHaveLength(3);
  });

  it('FM-02 probe 13: defaults are aligned, and the window is what all have around them', () => {
    const a = { ...offer('a', 100, 106, [slice(0, 1)]), defaultSchedule: { start: 103, energiesWh: [500] } };
    const b = { ...offer('b', 102, 104, [slice(0, 2)]), defaultSchedule: { start: 104, energiesWh: [700] } };
    const whole = only([a, b], { alignment: 'baseline' });
    expect(whole.offer).toMatchObject({
      startAfter: 101,
      startBefore: 103,
      defaultSchedule: { start: 103, energiesWh: [500, 700] },
    });
    expect(whole.flexibilityRetained.time).toBe(4 / 8);
    expect(parts(whole, { start: 101, energiesWh: [500, 700] }).map(({ start }) => start)).toEqual([
      101, 102,
    ]);
    expect(aggregate([a, b], options)).toHaveLength(2);
  });
});

function total(lowerKwh: number, upperKwh: number): EnergyBounds {
  return { lowerWh: 1000 * lowerKwh, upperWh: 1000 * upperKwh };
}

describe('defects of aggregation', () => {
  it('FM-03 refuses 10 kWh for two members of 0 to 2 kWh each', () => {
    const whole = only([offer('a', 100, 104, [slice(0, 2)]), offer('b', 100, 104, [slice(0, 2)])]);
    const result = disaggregate(whole, { start: 100, energiesWh: [10_000] });
    expect(result.ok ? [] : result.faults.map(({ path }) => path)).toEqual([
      'scheduleSlices[0].energyAmount',
    ]);
    expect(disaggregate(whole, { start: 105, energiesWh: [0] }).ok).toBe(false);
  });

  it('FM-02 carries the prices of several members', () => {
    const priced = (id: string, up: number, down: number): FlexOffer => ({
      ...anOffer({ id, slices: [slice(0, 3)], price: { up, down } }),
      defaultSchedule: { start: 1_964_000, energiesWh: [1000] },
    });
    const whole = only([priced('a', 10, 7), priced('b', 40, -5), priced('c', 10, 7)], { tolerances: {} });
    expect(whole.offer.price).toEqual({ up: 40, down: 7 });
    expect(askCurves(whole)).toEqual([
      {
        up: [
          { priceMicroPerKwh: 10, energyWh: 4000 },
          { priceMicroPerKwh: 40, energyWh: 2000 },
        ],
        down: [
          { priceMicroPerKwh: -5, energyWh: 1000 },
          { priceMicroPerKwh: 7, energyWh: 2000 },
        ],
      },
    ]);
  });

  it('FM-02 packs 20,000 members of one group within bounds of count and energy', () => {
    const bounds = { members: { least: 5, most: 50 }, energyWh: { least: 1, most: 40_000 } };
    const portfolio = new Portfolio({ ...options, bounds });
    for (let number = 0; number < 20_000; number += 1)
      portfolio.put(offer(`fo-${number}`, 100, 104, [slice(0, (number % 4) + 1)]));
    const groups = portfolio.groups();
    const members = groups.reduce((sum, { count }) => sum + count, 0);
    expect(members + portfolio.leftovers().length).toBe(20_000);
    expect(groups.filter(({ count }) => count < 5 || count > 50)).toEqual([]);
    expect(groups.filter(({ upperWh }) => (upperWh[0] ?? Infinity) > 40_000)).toEqual([]);
  });
});

describe('tests of the earlier manager', () => {
  const numbers = (count: number): number[] => Array.from({ length: count }, (_, number) => number);
  const some = (number: number): FlexOffer =>
    offer(`fo-${number}`, 100 + (number % 13), 100 + (number % 13) + (number % 7), [
      slice(0, 1 + (number % 3)),
      slice(1, 2, 1 + (number % 2)),
    ]);

  it('FM-02 testRandomAddDelete: every reported group has 5 to 10 members', () => {
    const portfolio = new Portfolio({ ...options, bounds: { members: { least: 5, most: 10 } } });
    for (const number of numbers(5000)) portfolio.put(some(number));
    for (const number of numbers(2500)) portfolio.remove(`fo-${2 * number}`);
    const counts = portfolio.groups().map(({ count }) => count);
    expect(counts.filter((count) => count < 5 || count > 10)).toEqual([]);
    expect(counts.reduce((sum, count) => sum + count, 0) + portfolio.leftovers().length).toBe(2500);
  });

  it('FM-02 testReturnOfNonAggregated: what is too large for any group is left over, each offer once', () => {
    const portfolio = new Portfolio({ ...options, bounds: { energyWh: { least: 0, most: 15_000 } } });
    for (const number of numbers(500)) portfolio.put(offer(`fo-${number}`, 100, 104, [slice(0, 20)]));
    expect([portfolio.groups().length, portfolio.leftovers().length]).toEqual([0, 500]);
  });

  it('FM-02 testWeightBalance and testSimpleFoModifications: sums and members after thousands of changes', () => {
    const portfolio = new Portfolio(options);
    const live = new Map<string, FlexOffer>();
    for (const number of numbers(6000)) {
      const next = some(number);
      portfolio.put(next);
      live.set(next.id, next);
      const gone = `fo-${(number * 7) % (number + 1)}`;
      if (number % 2 === 0) expect(portfolio.remove(gone)).toBe(live.delete(gone));
      if (number % 1000 === 0) portfolio.groups();
    }
    const members = portfolio.groups().flatMap((group) => portfolio.membersOf(group));
    expect(members.map(({ id }) => id).sort()).toEqual([...live.keys()].sort());
    const upper = portfolio.groups().reduce((sum, { upperWh }) => sum + upperWh.reduce((a, b) => a + b), 0);
    expect(upper).toBe(
      [...live.values()].flatMap((each) => memberEnergies(each).upperWh).reduce((a, b) => a + b),
    );
  });

  const durations = [
    [1, 2, 1, 3, 1],
    [2, 2, 2, 2, 2],
    [3, 1, 3, 3, 2],
    [2, 2, 1, 1, 5],
    numbers(9).map(() => 1),
  ];
  const five = durations.map((each, index) =>
    offer(
      `fo-${index}`,
      100 + index,
      104 + index,
      each.map((duration, place) => slice(index + place, index + 2 * place + 1, duration)),
    ),
  );

  it('FM-02 FM-03 testFoPowersetInclusionManual, testAggregationDisaggregation: all subsets of five offers', () => {
    for (let subset = 1; subset < 32; subset += 1) {
      const chosen = five.filter((_, index) => (subset >> index) & 1);
      const whole = only(chosen);
      const { slices, assignmentBefore, startAfter } = whole.offer;
      const sumOf = (each: readonly Slice[], end: 'lowerWh' | 'upperWh') =>
        each.reduce((sum, bounds) => sum + bounds[end], 0);
      for (const end of ['lowerWh', 'upperWh'] as const)
        expect(sumOf(slices, end)).toBe(chosen.reduce((sum, each) => sum + sumOf(each.slices, end), 0));
      expect(assignmentBefore).toBe(Math.min(...chosen.map((each) => each.assignmentBefore)));
      const units = whole.members.length === 1 ? memberEnergies(whole.offer) : undefined;
      const energiesWh = (units?.lowerWh ?? slices.map(({ lowerWh }) => lowerWh)).map((lower, unit) => {
        const upper = units?.upperWh[unit] ?? slices[unit]?.upperWh ?? lower;
        return lower + Math.floor(((upper - lower) * ((7 * subset + unit) % 11)) / 10);
      });
      const members = parts(whole, { start: startAfter + 2, energiesWh });
      const balance = (all: readonly number[]): number => all.reduce((sum, energy) => sum + energy, 0);
      expect(balance(members.flatMap((own) => own.energiesWh))).toBe(balance(energiesWh));
    }
  });

  it('FM-02 testFOexclusion: one leaves and another comes', () => {
    const portfolio = new Portfolio(options);
    for (const each of five.slice(0, 4)) portfolio.put(each);
    portfolio.groups();
    portfolio.remove('fo-0');
    portfolio.put(some(4));
    const aggregates = portfolio.groups().map((group) => portfolio.aggregateOf(group));
    const afresh = aggregate([...five.slice(1, 4), some(4)], options);
    expect(aggregates.toSorted((a, b) => (a.id < b.id ? -1 : 1))).toEqual(afresh);
  });
});
