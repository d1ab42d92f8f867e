import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { scheduleFaults, type IntervalIndex, type Schedule } from '#flexoffer';
import { correctedDeliveries } from './corrected-deliveries.js';
import type { ReplannedMember, VersionedDelivery } from './replanned-interval.js';
import { differenceOf, energyIn } from './energy-by-interval.js';
import { openEnergies } from './open-energies.js';
import { rePlan } from './re-plan.js';
import type { StandingMember } from './standing-member.js';
import { aTradedAggregate } from './testing/arbitrary-members.js';
import { START } from './testing/members.js';

const intervals = Array.from({ length: 5 }, (_, unit) => START + unit);

interface Case {
  readonly left: StandingMember;
  readonly others: readonly StandingMember[];
  readonly before: readonly VersionedDelivery[];
  readonly leaver: ReplannedMember;
  readonly moved: readonly ReplannedMember[];
  readonly corrected: readonly VersionedDelivery[];
  readonly firstOpen: IntervalIndex;
  readonly bound: boolean;
}

/** Re-plans many aggregates from which the first member leaves. */
function everyReplan(numRuns: number, check: (each: Case) => void): void {
  const begun = fc.integer({ min: 0, max: 5 });
  fc.assert(
    fc.property(aTradedAggregate, begun, fc.boolean(), ({ members, deliveries }, intervalsBegun, bound) => {
      const [left, ...others] = members;
      if (left) check(replanned(left, others, deliveries, START + intervalsBegun, bound));
    }),
    { seed: 42, numRuns },
  );
}

function replanned(
  left: StandingMember,
  others: readonly StandingMember[],
  before: readonly VersionedDelivery[],
  firstOpen: IntervalIndex,
  bound: boolean,
): Case {
  const { offer, schedule } = left;
  const plan = rePlan({ offer, schedule, bound }, others, firstOpen);
  const leaver = { offer, before: schedule, after: plan.leaving };
  const moved = others.map((other): ReplannedMember => {
    const after = plan.schedules.get(other.offer.id) ?? other.schedule;
    return { offer: other.offer, before: other.schedule, after };
  });
  const corrected = correctedDeliveries(before, leaver, moved);
  return { left, others, before, leaver, moved, corrected, firstOpen, bound };
}

const keyOf = ({ tradeId, flexOfferId }: VersionedDelivery): string => `${tradeId} ${flexOfferId}`;
const after = ({ before, corrected }: Case): VersionedDelivery[] => [
  ...new Map([...before, ...corrected].map((each) => [keyOf(each), each])).values(),
];
const sumBy = (deliveries: readonly VersionedDelivery[], key: 'tradeId' | 'interval') => {
  const sums = new Map<string | number, number>();
  for (const each of deliveries) sums.set(each[key], (sums.get(each[key]) ?? 0) + each.orderedWh);
  return sums;
};
const sumOf = (schedules: readonly Schedule[], interval: IntervalIndex): number =>
  schedules.reduce((sum, schedule) => sum + energyIn(schedule, interval), 0);

describe('a re-plan', () => {
  it('MK-05 keeps the sum of every interval', () => {
    everyReplan(600, ({ leaver, moved }) => {
      const all = [leaver, ...moved];
      for (const interval of intervals)
        expect(
          sumOf(
            all.map((each) => each.after),
            interval,
          ),
        ).toBe(
          sumOf(
            all.map((each) => each.before),
            interval,
          ),
        );
    });
  });

  it('MK-05 keeps what every trade is owed, and promises nothing twice', () => {
    everyReplan(600, (each) => {
      expect(sumBy(after(each), 'tradeId')).toEqual(sumBy(each.before, 'tradeId'));
      for (const { orderedWh, defaultWh, scheduledWh } of after(each)) {
        const change = defaultWh - scheduledWh;
        expect(orderedWh * change).toBeGreaterThanOrEqual(0);
        expect(Math.abs(orderedWh)).toBeLessThanOrEqual(Math.abs(change));
      }
    });
  });

  it('MK-05 gives only schedules that their offers allow, whatever their kind', () => {
    everyReplan(600, ({ leaver, moved, bound }) => {
      for (const { offer, after: schedule } of bound ? [leaver, ...moved] : moved)
        expect(scheduleFaults({ ...offer, state: 'assigned' }, schedule)).toEqual([]);
    });
  });

  it('MK-05 changes nothing that has begun', () => {
    everyReplan(600, ({ leaver, moved, corrected, firstOpen }) => {
      for (const { before, after: schedule } of [leaver, ...moved]) {
        expect(schedule.start).toBe(before.start);
        for (const interval of differenceOf(schedule, before).keys())
          expect(interval).toBeGreaterThanOrEqual(firstOpen);
      }
      for (const { interval } of corrected) expect(interval).toBeGreaterThanOrEqual(firstOpen);
    });
  });

  it('MK-05 leaves nothing to the one that left while another has room in an interval', () => {
    everyReplan(600, ({ left, others, leaver, moved, firstOpen, bound }) => {
      if (bound) return;
      const rest = differenceOf(leaver.after, left.offer.defaultSchedule, firstOpen);
      for (const other of others) {
        const set = openEnergies(other, firstOpen);
        const isPlain = other.offer.totalEnergy === undefined && other.offer.runningTotal === undefined;
        if (!isPlain || !set) continue;
        const now = moved.find(({ offer }) => offer.id === other.offer.id)?.after ?? other.schedule;
        for (const [interval, needed] of rest) {
          const unit = interval - now.start;
          if (now.energiesWh[unit] === undefined) continue;
          expect(now.energiesWh[unit]).toBe(needed > 0 ? set.upperWh[unit] : set.lowerWh[unit]);
        }
      }
    });
  });

  it('MK-05 comes out the same again', () => {
    everyReplan(300, (each) => {
      const { left, others, before, firstOpen, bound } = each;
      expect(replanned(left, others, before.toReversed(), firstOpen, bound).corrected).toEqual(
        each.corrected,
      );
    });
  });
});
