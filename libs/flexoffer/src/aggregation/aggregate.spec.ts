import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { scheduleFaults } from '../feasibility/schedule-faults.js';
import type { FlexOffer, Slice } from '../flex-offer.js';
import { acceptanceFaults } from '../rules/acceptance-faults.js';
import { anOffer } from '../testing/an-offer.js';
import { arbitraryMember } from '../testing/arbitrary-member.js';
import { instantOf } from '../time.js';
import { aggregate } from './aggregate.js';

const options = {
  zoneDepth: 2,
  startToleranceIntervals: 4,
  timeFlexibilityToleranceIntervals: 4,
  aggregatorId: 'agg',
};

const unit = (lowerWh: number, upperWh: number): Slice => ({
  minDuration: 1,
  maxDuration: 1,
  lowerWh,
  upperWh,
});

const a = anOffer({
  id: 'a',
  startAfter: 100,
  startBefore: 104,
  slices: [unit(1, 2), unit(1, 3), unit(0, 1)],
});
const b = anOffer({
  id: 'b',
  gridNode: 'z.a.cp2',
  startAfter: 102,
  startBefore: 104,
  slices: [unit(2, 4), unit(0, 2)],
});

describe('aggregate', () => {
  it('FM-02 aligns starts and sums the bounds of each interval', () => {
    const [only, ...others] = aggregate([b, a], options);
    expect(others).toEqual([]);
    expect(only?.id).toMatch(/^ag-[0-9a-f]{32}$/);
    expect(only?.members.map(({ offer, offsetIntervals }) => [offer.id, offsetIntervals])).toEqual([
      ['a', 0],
      ['b', 2],
    ]);
    expect(only?.offer).toEqual({
      id: only?.id,
      state: 'offered',
      offeredById: 'agg',
      gridNode: 'z.a',
      creation: a.creation,
      acceptanceBefore: a.acceptanceBefore,
      assignmentBefore: a.assignmentBefore,
      startAfter: 100,
      startBefore: 102,
      slices: [unit(1, 2), unit(1, 3), unit(2, 5), unit(0, 2)],
      defaultSchedule: { start: 100, energiesWh: [1, 1, 2, 0] },
      price: a.price,
    });
  });

  it('FM-02 measures the flexibility that it loses: windows 4 and 2 become 2', () => {
    expect(aggregate([a, b], options)[0]?.flexibilityRetained).toEqual({ time: 4 / 6, energy: 1 });
  });

  it('FM-02 leaves intervals between members empty', () => {
    const late = {
      ...b,
      startAfter: 103,
      startBefore: 105,
      defaultSchedule: { start: 103, energiesWh: [2, 0] },
    };
    const early = { ...a, slices: [unit(1, 2)], defaultSchedule: { start: 100, energiesWh: [1] } };
    const slices = aggregate([early, late], options)[0]?.offer.slices;
    expect(slices).toEqual([unit(1, 2), unit(0, 0), unit(0, 0), unit(2, 4), unit(0, 2)]);
  });

  it.each<[string, Partial<FlexOffer>]>([
    ['another zone', { gridNode: 'z.b.cp1' }],
    ['another price', { price: { ...a.price, down: 1 } }],
    ['the other direction', { slices: [unit(-2, 0)], defaultSchedule: { start: 100, energiesWh: [0] } }],
    ['both directions', { slices: [unit(-2, 2)], defaultSchedule: { start: 100, energiesWh: [0] } }],
    [
      'another start cell',
      { startAfter: 105, startBefore: 109, defaultSchedule: { start: 105, energiesWh: [1, 1, 0] } },
    ],
    ['a much wider window', { startBefore: 109 }],
    ['a default that starts later in its window', { defaultSchedule: { start: 101, energiesWh: [1, 1, 0] } }],
  ])('FM-02 keeps apart %s', (_, changes) => {
    expect(aggregate([a, { ...a, ...changes, id: 'c' }], options)).toHaveLength(2);
  });

  it.each<[string, Partial<FlexOffer>]>([
    ['a total energy', { totalEnergy: { lowerWh: 2, upperWh: 3 } }],
    ['running totals', { runningTotal: [1, 2, 3].map((upperWh) => ({ lowerWh: 0, upperWh })) }],
    ['a variable duration', { slices: [unit(1, 2), unit(1, 3), { ...unit(0, 1), maxDuration: 2 }] }],
    [
      'a dependency',
      { slices: [unit(1, 2), unit(1, 3), { ...unit(0, 1), dependency: [{ a: 1, b: 1, cWh: 4 }] }] },
    ],
    ['a window that is wider by the tolerance', { startBefore: 108 }],
  ])('FM-02 takes in %s', (_, changes) => {
    expect(aggregate([a, { ...a, ...changes, id: 'c' }], options)).toHaveLength(1);
  });

  it('FM-02 offers a single offer with its own node, slices and total energy', () => {
    const alone = {
      ...a,
      slices: [{ ...unit(0, 9), minDuration: 2, maxDuration: 3 }],
      totalEnergy: { lowerWh: 1, upperWh: 3 },
    };
    const [only] = aggregate([alone], options);
    expect(only?.offer).toMatchObject({
      gridNode: 'z.a.cp1',
      slices: alone.slices,
      totalEnergy: alone.totalEnergy,
    });
    expect(only?.flexibilityRetained).toEqual({ time: 1, energy: 1 });
  });

  it('FM-02 takes the earliest deadlines of its members', () => {
    const earlier = { ...b, creation: 1, acceptanceBefore: 2, assignmentBefore: 3 };
    const [only] = aggregate([a, earlier], options);
    expect(only?.offer).toMatchObject({ creation: 1, acceptanceBefore: 2, assignmentBefore: 3 });
  });

  it('FM-02 has no deadline after its own latest start', () => {
    // a may start at 100..104 and b at 102 only, so together they start at 100.
    const late = {
      creation: instantOf(101),
      acceptanceBefore: instantOf(102),
      assignmentBefore: instantOf(102),
    };
    const [only] = aggregate(
      [
        { ...a, ...late },
        { ...b, startBefore: 102, ...late },
      ],
      options,
    );
    expect(only?.offer).toMatchObject({
      startBefore: 100,
      creation: instantOf(100),
      acceptanceBefore: instantOf(100),
      assignmentBefore: instantOf(100),
    });
  });

  it('FM-02 refuses two offers with one id', () => {
    expect(() => aggregate([a, a], options)).toThrow('two offers have the id a');
  });
});

const tolerance = fc.constantFrom(0, 1, 4, 20);
const arbitraryCase = fc.record({
  offers: fc.uniqueArray(arbitraryMember, { selector: ({ id }) => id, maxLength: 12 }),
  startToleranceIntervals: tolerance,
  timeFlexibilityToleranceIntervals: tolerance,
  zoneDepth: fc.integer({ min: 1, max: 3 }),
});

describe('every aggregate', () => {
  it("FM-02 is an acceptable offer that can do the sum of its members' defaults", () => {
    fc.assert(
      fc.property(arbitraryCase, ({ offers, ...tolerances }) => {
        for (const { offer } of aggregate(offers, { ...tolerances, aggregatorId: 'agg' })) {
          expect(acceptanceFaults(offer, { now: offer.creation })).toEqual([]);
          expect(scheduleFaults(offer, offer.defaultSchedule)).toEqual([]);
        }
      }),
      { seed: 42, numRuns: 300 },
    );
  });

  it('FM-02 has each offer exactly once and its members within the tolerances', () => {
    fc.assert(
      fc.property(arbitraryCase, ({ offers, ...tolerances }) => {
        const aggregates = aggregate(offers, { ...tolerances, aggregatorId: 'agg' });
        const ids = aggregates.flatMap(({ members }) => members.map(({ offer }) => offer.id));
        expect(ids.sort()).toEqual(offers.map(({ id }) => id).sort());
        for (const { members, flexibilityRetained } of aggregates) {
          const spread = Math.max(...members.map(({ offsetIntervals }) => offsetIntervals));
          expect(spread).toBeLessThanOrEqual(tolerances.startToleranceIntervals);
          const windows = members.map(({ offer }) => offer.startBefore - offer.startAfter);
          const difference = Math.max(...windows) - Math.min(...windows);
          expect(difference).toBeLessThanOrEqual(tolerances.timeFlexibilityToleranceIntervals);
          expect(flexibilityRetained.energy).toBeLessThanOrEqual(1);
          if (difference === 0) expect(flexibilityRetained.time).toBe(1);
        }
      }),
      { seed: 42, numRuns: 300 },
    );
  });

  it('FM-02 is the same for any order in which offers come', () => {
    const shuffled = arbitraryCase.chain((original) =>
      fc
        .shuffledSubarray(original.offers, { minLength: original.offers.length })
        .map((others) => ({ original, others })),
    );
    fc.assert(
      fc.property(shuffled, ({ original: { offers, ...tolerances }, others }) => {
        const all = { ...tolerances, aggregatorId: 'agg' };
        expect(aggregate(others, all)).toEqual(aggregate(offers, all));
      }),
      { seed: 42, numRuns: 200 },
    );
  });

  it('FM-02 keeps offers with totals apart, whole, where that is wanted', () => {
    const total = { lowerWh: 0, upperWh: 1 };
    const tied = ['t1', 't2'].map((id) => anOffer({ id, totalEnergy: total }));
    const options = {
      zoneDepth: 1,
      startToleranceIntervals: 0,
      timeFlexibilityToleranceIntervals: 0,
      aggregatorId: 'agg',
    };
    expect(aggregate(tied, options)).toHaveLength(1);
    const apart = aggregate(tied, { ...options, kinds: 'apart' });
    expect(apart.map(({ offer }) => offer.totalEnergy)).toEqual([total, total]);
  });
});
