import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { memberEnergies } from '../member-energies.js';
import type { FlexOffer } from '../../flex-offer.js';
import { anOffer } from '../../testing/an-offer.js';
import { arbitraryMember } from '../../testing/arbitrary-member.js';
import type { Aggregate } from '../aggregate-of.js';
import { aggregate } from '../aggregate.js';
import { byId } from '../by-id.js';
import { DIMENSIONS, type DimensionName, type Tolerances } from '../dimensions.js';
import { directionOf } from '../direction.js';
import { zoneOf } from '../zone.js';
import { Portfolio, type PortfolioOptions } from './portfolio.js';

const tolerance = fc.constantFrom(0, 1, 4, 20);
const arbitraryTolerances: fc.Arbitrary<Tolerances> = fc.dictionary(
  fc.constantFrom(...(Object.keys(DIMENSIONS) as DimensionName[])),
  fc.constantFrom(0, 1, 3, 1000),
  { maxKeys: 3 },
);
const arbitraryRange = fc
  .tuple(fc.integer({ min: 1, max: 3 }), fc.nat(3))
  .map(([least, more]) => ({ least, most: least + more }));

const arbitraryOptions: fc.Arbitrary<PortfolioOptions> = fc.record(
  {
    zoneDepth: fc.integer({ min: 1, max: 3 }),
    startToleranceIntervals: tolerance,
    timeFlexibilityToleranceIntervals: tolerance,
    aggregatorId: fc.constant('agg'),
    tolerances: arbitraryTolerances,
    alignment: fc.constantFrom('start' as const, 'baseline' as const),
    mostGroups: fc.integer({ min: 1, max: 8 }),
    bounds: fc.oneof(
      fc.record({ members: arbitraryRange }),
      fc.record({ energyWh: fc.record({ most: fc.constantFrom(2000, 9000) }) }),
    ),
  },
  {
    requiredKeys: [
      'zoneDepth',
      'startToleranceIntervals',
      'timeFlexibilityToleranceIntervals',
      'aggregatorId',
    ],
  },
);

/** Puts and removals of a few offers, in any order and again and again. */
const arbitrarySteps = fc.array(
  fc.record({
    offer: fc.tuple(arbitraryMember, fc.nat(9)).map(([offer, number]) => ({ ...offer, id: `fo-${number}` })),
    step: fc.constantFrom('put', 'put', 'put', 'remove', 'look'),
  }),
  { maxLength: 24 },
);

function aggregatesOf(portfolio: Portfolio): Aggregate[] {
  return portfolio.groups().map((group) => portfolio.aggregateOf(group));
}

function batch(offers: readonly FlexOffer[], options: PortfolioOptions): Portfolio {
  const portfolio = new Portfolio(options);
  for (const offer of offers) portfolio.put(offer);
  return portfolio;
}

describe('a portfolio after any sequence of puts and removals', () => {
  it('FM-02 is the same as one made afresh of the offers that are there, in any order', () => {
    fc.assert(
      fc.property(arbitraryOptions, arbitrarySteps, (options, steps) => {
        const portfolio = new Portfolio(options);
        const live = new Map<string, FlexOffer>();
        for (const { offer, step } of steps) {
          if (step === 'look') portfolio.groups();
          else if (step === 'put') {
            portfolio.put(offer);
            live.set(offer.id, offer);
          } else expect(portfolio.remove(offer.id)).toBe(live.delete(offer.id));
        }
        const afresh = batch([...live.values()].sort(byId).reverse(), options);
        expect(aggregatesOf(portfolio)).toEqual(aggregatesOf(afresh));
        expect(portfolio.leftovers()).toEqual(afresh.leftovers());
        expect(portfolio.groups().map(({ key }) => key)).toEqual(afresh.groups().map(({ key }) => key));
      }),
      { seed: 42, numRuns: 2000 },
    );
  });

  it('FM-02 has told of every change, and of nothing else', () => {
    fc.assert(
      fc.property(arbitraryOptions, arbitrarySteps, (options, steps) => {
        const portfolio = new Portfolio(options);
        const known = new Map<string, Aggregate>();
        for (const { offer, step } of steps) {
          if (step === 'remove') portfolio.remove(offer.id);
          else portfolio.put(offer);
          if (step === 'look') {
            const { changed, goneKeys } = portfolio.takeChanges();
            for (const key of goneKeys) expect(known.delete(key)).toBe(true);
            for (const group of changed) known.set(group.key, portfolio.aggregateOf(group));
            const keys = portfolio.groups().map(({ key }) => key);
            expect([...known.keys()].sort()).toEqual(keys.sort());
            for (const group of portfolio.groups())
              expect(known.get(group.key)).toEqual(portfolio.aggregateOf(group));
            expect(portfolio.takeChanges()).toEqual({ changed: [], goneKeys: [] });
          }
        }
      }),
      { seed: 42, numRuns: 500 },
    );
  });
});

const arbitraryOffers = fc.uniqueArray(arbitraryMember, { selector: ({ id }) => id, maxLength: 14 });

describe('the groups of a portfolio', () => {
  it('FM-02 have each offer exactly once, or it is left over', () => {
    fc.assert(
      fc.property(arbitraryOffers, arbitraryOptions, (offers, options) => {
        const portfolio = batch(offers, options);
        const members = portfolio.groups().flatMap((group) => portfolio.membersOf(group));
        const all = [...members, ...portfolio.leftovers()].map(({ id }) => id);
        expect(all.sort()).toEqual(offers.map(({ id }) => id).sort());
        if (options.bounds === undefined) expect(portfolio.leftovers()).toEqual([]);
      }),
      { seed: 42, numRuns: 1000 },
    );
  });

  it('FM-02 stay inside each tolerance, and inside the bounds', () => {
    fc.assert(
      fc.property(arbitraryOffers, arbitraryOptions, (offers, options) => {
        const portfolio = batch(offers, options);
        for (const group of portfolio.groups()) {
          const members = portfolio.membersOf(group);
          const spread = (valueOf: (offer: FlexOffer) => number): number =>
            Math.max(...members.map(valueOf)) - Math.min(...members.map(valueOf));
          for (const [name, most] of Object.entries(options.tolerances ?? { priceUp: 0, priceDown: 0 }))
            expect(spread(DIMENSIONS[name as DimensionName])).toBeLessThanOrEqual(most);
          const byDefault = options.alignment === 'baseline';
          const anchor = (offer: FlexOffer) => (byDefault ? offer.defaultSchedule.start : offer.startAfter);
          const most = options.timeFlexibilityToleranceIntervals;
          expect(spread(anchor)).toBeLessThanOrEqual(options.startToleranceIntervals);
          expect(spread((offer) => offer.startBefore - anchor(offer))).toBeLessThanOrEqual(most);
          expect(spread((offer) => anchor(offer) - offer.startAfter)).toBeLessThanOrEqual(most);
          expect(new Set(members.map(({ gridNode }) => zoneOf(gridNode, options.zoneDepth))).size).toBe(1);
          expect(new Set(members.map(({ slices }) => directionOf(slices))).size).toBe(1);
          const { least = 0, most: mostMembers = Infinity } = options.bounds?.members ?? {};
          expect([members.length >= least, members.length <= mostMembers]).toEqual([true, true]);
          expect(mostEnergy(members)).toBeLessThanOrEqual(options.bounds?.energyWh?.most ?? Infinity);
        }
      }),
      { seed: 42, numRuns: 600 },
    );
  });

  it('FM-02 sum what their members bring in', () => {
    fc.assert(
      fc.property(arbitraryOffers, arbitraryOptions, (offers, options) => {
        const portfolio = batch(offers, options);
        for (const group of portfolio.groups()) {
          const { members } = portfolio.aggregateOf(group);
          const expected = Array.from(group.lowerWh, () => [0, 0, 0]);
          for (const { offer, offsetIntervals } of members) {
            const { lowerWh, defaultWh, upperWh } = memberEnergies(offer);
            lowerWh.forEach((lower, unit) => {
              const sums = expected[offsetIntervals + unit] ?? [];
              expected[offsetIntervals + unit] = [lower, defaultWh[unit] ?? 0, upperWh[unit] ?? 0].map(
                (energy, index) => energy + (sums[index] ?? NaN),
              );
            });
          }
          const sums = Array.from(group.lowerWh, (lower, unit) => [
            lower,
            group.defaultWh[unit],
            group.upperWh[unit],
          ]);
          expect(sums).toEqual(expected);
        }
      }),
      { seed: 42, numRuns: 500 },
    );
  });
});

function mostEnergy(members: readonly FlexOffer[]): number {
  return members.reduce((sum, offer) => {
    const { lowerWh, upperWh } = memberEnergies(offer);
    const total = (energies: readonly number[]): number => Math.abs(energies.reduce((a, b) => a + b, 0));
    return sum + Math.max(total(lowerWh), total(upperWh));
  }, 0);
}

const options = {
  zoneDepth: 1,
  startToleranceIntervals: 4,
  timeFlexibilityToleranceIntervals: 4,
  aggregatorId: 'agg',
};

describe('Portfolio', () => {
  it('FM-02 goes where further groups keep most time flexibility', () => {
    const windows = [0, 0, 4, 5, 5, 5, 9];
    const offers = windows.map((window, index) =>
      anOffer({ id: `fo-${index}`, startAfter: 100, startBefore: 100 + window }),
    );
    const widths = (mostGroups: number): number[][] =>
      aggregate(offers, { ...options, mostGroups }).map(({ members }) =>
        members.map(({ offer }) => offer.startBefore - offer.startAfter),
      );
    expect(widths(1).sort()).toEqual([
      [0, 0, 4],
      [5, 5, 5, 9],
    ]);
    expect(widths(3)).toHaveLength(3);
    expect(widths(4).sort()).toEqual([[0, 0], [4], [5, 5, 5], [9]]);
    expect(widths(9)).toHaveLength(4);
  });

  it('FM-02 shrinks again when its longest and its earliest member leave', () => {
    const portfolio = new Portfolio({ ...options, tolerances: {} });
    const slice = { minDuration: 1, maxDuration: 1, lowerWh: 0, upperWh: 5 };
    portfolio.put(anOffer({ id: 'early', startAfter: 100, startBefore: 102, slices: [slice] }));
    portfolio.put(anOffer({ id: 'late', startAfter: 102, startBefore: 104, slices: [slice, slice] }));
    const size = () => portfolio.groups().map(({ anchor, lowerWh }) => [anchor, lowerWh.length]);
    expect(size()).toEqual([[100, 4]]);
    const long = { id: 'long', startAfter: 101, startBefore: 103, slices: new Array(9).fill(slice) };
    portfolio.put(anOffer(long));
    expect(size()).toEqual([[100, 10]]);
    portfolio.remove('early');
    expect(size()).toEqual([[101, 9]]);
    portfolio.remove('long');
    expect(size()).toEqual([[102, 2]]);
  });

  it('FM-02 is as made afresh after days of offers that come and go', () => {
    const portfolio = new Portfolio({ ...options, mostGroups: 40 });
    const offerAt = (number: number): FlexOffer =>
      anOffer({
        id: `fo-${number}`,
        startAfter: 100 + (number >> 2),
        startBefore: 100 + (number >> 2) + (number % 11),
        price: { up: number >> 6, down: 0 },
      });
    for (let number = 0; number < 12_000; number += 1) {
      portfolio.put(offerAt(number));
      if (number >= 300) portfolio.remove(`fo-${number - 300}`);
      if (number % 50 === 0) portfolio.groups();
    }
    const last = Array.from({ length: 300 }, (_, index) => offerAt(11_999 - index));
    expect(aggregatesOf(portfolio)).toEqual(aggregatesOf(batch(last, { ...options, mostGroups: 40 })));
  });

  it('FM-02 does not answer for a group that is no more', () => {
    const portfolio = batch([anOffer({ id: 'a' })], options);
    const [group] = portfolio.groups();
    if (group === undefined) throw new Error('expected a group');
    portfolio.put(anOffer({ id: 'b' }));
    expect(() => portfolio.aggregateOf(group)).toThrow(RangeError);
    expect(portfolio.remove('unknown')).toBe(false);
    expect(portfolio.size).toBe(2);
  });

  it('FM-02 replaces an offer of the same id', () => {
    const portfolio = batch([anOffer({ id: 'a' }), anOffer({ id: 'a', gridNode: 'y.b' })], options);
    expect(aggregatesOf(portfolio).map(({ offer }) => offer.gridNode)).toEqual(['y.b']);
  });
});
