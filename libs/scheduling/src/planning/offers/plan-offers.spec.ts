import { aggregate, scheduleFaults, type AggregateOptions } from '#flexoffer';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { arbitraryMember } from '../../../../flexoffer/src/testing/arbitrary-member.js';
import type { Objective } from '../objective/objective.js';
import { plan } from '../plan.js';
import { planAggregated, planOffers } from './plan-offers.js';
import { plannedMemberSchedules } from './planned-schedules.js';
import { planningUnitOfMembers } from './planning-unit-of.js';

const offers = fc.uniqueArray(arbitraryMember, { minLength: 1, maxLength: 12, selector: ({ id }) => id });
const objective: Objective = [
  { kind: 'balance', weight: 1 },
  { kind: 'peak-limit', mostWh: 2000, leastWh: -2000, penalty: 1000 },
];
const aggregation: AggregateOptions = {
  zoneDepth: 1,
  startToleranceIntervals: 8,
  timeFlexibilityToleranceIntervals: 8,
  aggregatorId: 'aggregator',
};
const limits = { work: 30_000 };

describe('plans for offers', () => {
  it('FM-04 give every offer, of whatever kind, a schedule that it can follow', () => {
    fc.assert(
      fc.property(offers, (some) => {
        for (const { schedules, plan: made } of [
          planOffers(some, objective, limits),
          planAggregated(some, objective, { aggregation }, limits),
        ]) {
          expect(schedules.size).toBe(some.length);
          const totalWh = made.totalWh.slice();
          for (const offer of some) {
            const schedule = schedules.get(offer.id)!;
            expect(scheduleFaults(offer, schedule)).toEqual([]);
            schedule.energiesWh.forEach(
              (energy, unit) => (totalWh[schedule.start + unit - made.firstInterval]! -= energy),
            );
          }
          expect(totalWh.every((left) => left === 0)).toBe(true);
        }
      }),
      { seed: 42, numRuns: 40 },
    );
  });

  it('FM-04 plan aggregates as exactly what their members can do together', () => {
    fc.assert(
      fc.property(offers, (some) => {
        const aggregates = aggregate(some, aggregation);
        const units = aggregates.map((each) => planningUnitOfMembers(each));
        const made = plan({ units, objective }, limits);
        for (const { id, members } of aggregates) {
          const schedules = plannedMemberSchedules(members, made.units.get(id)!);
          for (const { offer } of members)
            expect(scheduleFaults(offer, schedules.get(offer.id)!)).toEqual([]);
        }
      }),
      { seed: 42, numRuns: 50 },
    );
  });
});
