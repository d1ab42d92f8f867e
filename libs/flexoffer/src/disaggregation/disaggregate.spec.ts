import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { aggregate } from '../aggregation/aggregate.js';
import type { Aggregate } from '../aggregation/aggregate-of.js';
import { scheduleFaults } from '../feasibility/schedule-faults.js';
import type { FlexOffer, Schedule, Slice } from '../flex-offer.js';
import { anOffer } from '../testing/an-offer.js';
import { arbitraryMember } from '../testing/arbitrary-member.js';
import { arbitraryEnergies, arbitraryFullOffer } from '../testing/arbitrary-offer.js';
import { disaggregate } from './disaggregate.js';
import { disaggregatePacked, packMembers, type PackedMembers } from './packed-members.js';
import type { SharePolicyName } from './share-policy.js';

const options = {
  zoneDepth: 1,
  startToleranceIntervals: 20,
  timeFlexibilityToleranceIntervals: 20,
  aggregatorId: 'agg',
};

const unit = (lowerWh: number, upperWh: number): Slice => ({
  minDuration: 1,
  maxDuration: 1,
  lowerWh,
  upperWh,
});

function only(offers: readonly FlexOffer[]): Aggregate {
  const [first, second] = aggregate(offers, options);
  if (first === undefined || second !== undefined) throw new Error('expected one aggregate');
  return first;
}

function parts(whole: Aggregate, schedule: Schedule, policy?: SharePolicyName): Map<string, Schedule> {
  const result = disaggregate(whole, schedule, policy);
  if (!result.ok) throw new Error(JSON.stringify(result.faults));
  return result.value;
}

describe('disaggregate', () => {
  const a = anOffer({ id: 'a', startAfter: 100, startBefore: 104, slices: [unit(0, 10), unit(0, 10)] });
  const b = {
    ...anOffer({ id: 'b', startAfter: 101, startBefore: 103, slices: [unit(0, 30)] }),
    defaultSchedule: { start: 101, energiesWh: [10] },
  };

  it('FM-03 moves all starts alike and shares in proportion to the room', () => {
    const members = parts(only([a, b]), { start: 102, energiesWh: [7, 19] });
    // In the second interval 9 Wh more than the default of 0 + 10: rooms 10 and 20, so 3 and 6.
    expect([...members]).toEqual([
      ['a', { start: 102, energiesWh: [7, 3] }],
      ['b', { start: 103, energiesWh: [16] }],
    ]);
  });

  it('FM-03 gives members their defaults for the default schedule', () => {
    const whole = only([a, b]);
    const members = parts(whole, whole.offer.defaultSchedule);
    expect([...members.values()]).toEqual([a.defaultSchedule, b.defaultSchedule]);
  });

  it('FM-03 gives what cannot be split to the smaller id', () => {
    const twin = { ...a, id: 'c' };
    const members = parts(only([twin, a]), { start: 100, energiesWh: [1, 3] });
    expect(members.get('a')?.energiesWh).toEqual([1, 2]);
    expect(members.get('c')?.energiesWh).toEqual([0, 1]);
  });

  it('FM-03 moves the cheapest first if told so, and equally cheap ones in proportion', () => {
    const member = (id: string, up: number, upperWh: number): FlexOffer =>
      anOffer({ id, slices: [unit(0, upperWh)], price: { up, down: 0 } });
    const offers = [member('a', 40, 9), member('b', 10, 2), member('c', 10, 4)];
    const [whole] = aggregate(offers, { ...options, tolerances: {} });
    if (whole === undefined) throw new Error('expected an aggregate');
    const shares = (energyWh: number): (number | undefined)[] =>
      [...parts(whole, { start: 1_964_000, energiesWh: [energyWh] }, 'marginal-cost').values()].map(
        ({ energiesWh }) => energiesWh[0],
      );
    expect(shares(3)).toEqual([0, 1, 2]);
    expect(shares(8)).toEqual([2, 2, 4]);
    expect(shares(15)).toEqual([9, 2, 4]);
  });

  it.each<[string, Schedule, string]>([
    ['a start outside the window', { start: 103, energiesWh: [0, 10] }, 'startTime'],
    ['an energy outside the bounds', { start: 100, energiesWh: [11, 10] }, 'scheduleSlices[0].energyAmount'],
    ['another length', { start: 100, energiesWh: [1] }, 'scheduleSlices'],
  ])('FM-03 refuses %s', (_, schedule, path) => {
    const result = disaggregate(only([a, b]), schedule);
    expect(result.ok ? [] : result.faults.map((fault) => fault.path)).toEqual([path]);
  });
});

/** Any schedule that the aggregate allows, also at the very ends of its bounds. */
function arbitraryScheduleOf({ offer }: Aggregate): fc.Arbitrary<Schedule> {
  const lowest = offer.slices.map(({ lowerWh }) => lowerWh);
  const highest = offer.slices.map(({ upperWh }) => upperWh);
  const energiesWh = fc.oneof(arbitraryEnergies(offer.slices), fc.constant(lowest), fc.constant(highest));
  return fc.record({ start: fc.integer({ min: offer.startAfter, max: offer.startBefore }), energiesWh });
}

const arbitraryAggregates = fc
  .uniqueArray(arbitraryMember, { selector: ({ id }) => id, minLength: 2, maxLength: 8 })
  .chain((offers) =>
    fc
      .record({
        alignment: fc.constantFrom('start' as const, 'baseline' as const),
        tolerances: fc.constantFrom({}, { priceUp: 0, priceDown: 0 }),
      })
      .map((changes) => aggregate(offers, { ...options, ...changes })),
  )
  .map((aggregates) => aggregates.filter(({ members }) => members.length > 1));

const policy = fc.constantFrom<SharePolicyName>('pro-rata', 'marginal-cost');

const arbitraryAssignment = arbitraryAggregates
  .filter((aggregates) => aggregates.length > 0)
  .chain((aggregates) => fc.constantFrom(...aggregates))
  .chain((whole) => arbitraryScheduleOf(whole).map((schedule) => ({ whole, schedule })));

function sumByInterval(schedules: Iterable<Schedule>): Map<number, number> {
  const sums = new Map<number, number>();
  for (const { start, energiesWh } of schedules) {
    energiesWh.forEach((energy, index) => sums.set(start + index, (sums.get(start + index) ?? 0) + energy));
  }
  return sums;
}

describe('any feasible schedule of any aggregate', () => {
  it('FM-03 becomes feasible member schedules that sum to it exactly', () => {
    fc.assert(
      fc.property(arbitraryAssignment, policy, ({ whole, schedule }, by) => {
        const members = parts(whole, schedule, by);
        expect(members.size).toBe(whole.members.length);
        const faults = whole.members.flatMap(({ offer }) => {
          const own = members.get(offer.id);
          return own === undefined ? [{ path: offer.id, message: 'is missing' }] : scheduleFaults(offer, own);
        });
        expect(faults).toEqual([]);
        const sums = sumByInterval(members.values());
        const summed = schedule.energiesWh.map((_, index) => sums.get(schedule.start + index) ?? 0);
        expect(summed).toEqual(schedule.energiesWh);
        expect(sums.size).toBeLessThanOrEqual(schedule.energiesWh.length);
      }),
      { seed: 42, numRuns: 2000 },
    );
  });

  it('FM-03 becomes the same member energies from packed members', () => {
    fc.assert(
      fc.property(arbitraryAssignment, ({ whole, schedule }) => {
        const packed = JSON.parse(JSON.stringify(packMembers(whole.members))) as PackedMembers;
        expect(disaggregatePacked(packed, schedule.energiesWh)).toEqual(
          [...parts(whole, schedule).values()].flatMap(({ energiesWh }) => energiesWh),
        );
      }),
      { seed: 11, numRuns: 500 },
    );
  });

  it('FM-03 is refused by packed members that cannot have its energies', () => {
    const packed = packMembers([
      { offer: anOffer({ id: 'a', slices: [unit(0, 5)] }), offsetIntervals: 0 },
      { offer: anOffer({ id: 'b', slices: [unit(0, 5)] }), offsetIntervals: 0 },
    ]);
    expect(() => disaggregatePacked(packed, [11])).toThrow(RangeError);
  });

  it('FM-03 moves no member against the sum', () => {
    fc.assert(
      fc.property(arbitraryAssignment, policy, ({ whole, schedule }, by) => {
        const members = parts(whole, schedule, by);
        const defaults = whole.offer.defaultSchedule.energiesWh;
        const against = whole.members.flatMap(({ offer, offsetIntervals }) =>
          (members.get(offer.id)?.energiesWh ?? []).filter((energy, index) => {
            const interval = offsetIntervals + index;
            const asked = (schedule.energiesWh[interval] ?? 0) - (defaults[interval] ?? 0);
            return (energy - (offer.defaultSchedule.energiesWh[index] ?? 0)) * asked < 0;
          }),
        );
        expect(against).toEqual([]);
      }),
      { seed: 7, numRuns: 500 },
    );
  });

  it('FM-03 passes the schedule of a single offer of any kind through unchanged', () => {
    fc.assert(
      fc.property(arbitraryFullOffer, (offer) => {
        const schedule = { ...offer.defaultSchedule, start: offer.startBefore };
        expect([...parts(only([offer]), schedule)]).toEqual([[offer.id, schedule]]);
      }),
      { seed: 42, numRuns: 300 },
    );
  });
});
