import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { scheduleFaults, type IntervalIndex } from '#flexoffer';
import { energyIn } from './energy-by-interval.js';
import { giveBack, releasedDeliveries, type ReleasedEnergy } from './give-back.js';
import type { ReplannedMember, VersionedDelivery } from './replanned-interval.js';
import type { StandingMember } from './standing-member.js';
import { aTradedAggregate } from './testing/arbitrary-members.js';
import { START, memberOf, owing } from './testing/members.js';

const intervals = Array.from({ length: 5 }, (_, unit) => START + unit);

interface Case {
  readonly before: readonly VersionedDelivery[];
  readonly after: readonly VersionedDelivery[];
  readonly released: readonly ReleasedEnergy[];
  readonly members: readonly StandingMember[];
  readonly moved: readonly ReplannedMember[];
  readonly firstOpen: IntervalIndex;
}

const owedOf = (deliveries: readonly VersionedDelivery[], interval: IntervalIndex): number =>
  deliveries.filter((each) => each.interval === interval).reduce((sum, each) => sum + each.orderedWh, 0);

function everyRelease(check: (each: Case) => void): void {
  const shares = fc.array(fc.constantFrom(0, 0.3, 1), { minLength: 5, maxLength: 5 });
  fc.assert(
    fc.property(aTradedAggregate, fc.integer({ min: 0, max: 5 }), shares, (aggregate, begun, parts) => {
      const { members, deliveries: before } = aggregate;
      const firstOpen = START + begun;
      const released = intervals.slice(begun).map((interval): ReleasedEnergy => {
        const share = parts[interval - START] ?? 0;
        const releasedWh = Math.trunc(share * owedOf(before, interval));
        return { tradeId: `t${interval - START}`, interval, releasedWh };
      });
      const less = releasedDeliveries(before, released);
      const keyOf = ({ tradeId, flexOfferId }: VersionedDelivery): string => `${tradeId} ${flexOfferId}`;
      const after = [...new Map([...before, ...less].map((each) => [keyOf(each), each])).values()];
      const moved = owing(members, after).map((member, index) => {
        const owedBefore = members[index]?.orderedWh;
        const gone = new Map(
          intervals.map((interval) => [
            interval,
            (owedBefore?.get(interval) ?? 0) - (member.orderedWh.get(interval) ?? 0),
          ]),
        );
        return giveBack(member, gone, firstOpen);
      });
      check({ before, after, released, members, moved, firstOpen });
    }),
    { seed: 42, numRuns: 700 },
  );
}

describe('energy that is given back', () => {
  it('MK-05 is owed no more, to the watt-hour, and nothing else is owed less', () => {
    everyRelease(({ before, after, released }) => {
      for (const { interval, releasedWh } of released)
        expect(owedOf(after, interval)).toBe(owedOf(before, interval) - releasedWh);
      for (const [index, { orderedWh }] of after.entries()) {
        const was = before[index]?.orderedWh ?? 0;
        expect(orderedWh * was).toBeGreaterThanOrEqual(0);
        expect(Math.abs(orderedWh)).toBeLessThanOrEqual(Math.abs(was));
      }
    });
  });

  it('MK-05 leaves every member a schedule that its offer allows, and the past as it was', () => {
    everyRelease(({ moved, firstOpen }) => {
      for (const { offer, before, after } of moved) {
        expect(scheduleFaults({ ...offer, state: 'assigned' }, after)).toEqual([]);
        for (const interval of intervals)
          if (interval < firstOpen) expect(energyIn(after, interval)).toBe(energyIn(before, interval));
      }
    });
  });

  it('MK-05 keeps every member to what it still owes', () => {
    everyRelease(({ moved, after, firstOpen }) => {
      for (const { flexOfferId, interval, orderedWh } of after) {
        const member = moved.find(({ offer }) => offer.id === flexOfferId);
        if (!member || interval < firstOpen) continue;
        const change = energyIn(member.offer.defaultSchedule, interval) - energyIn(member.after, interval);
        expect(Math.abs(change)).toBeGreaterThanOrEqual(Math.abs(orderedWh));
      }
    });
  });

  it('MK-05 brings a store back to its default, rebound included, once it owes nothing', () => {
    const units = [
      [0, 4, 2, 0],
      [0, 4, 2, 4],
    ] as const;
    const store = memberOf('store', units, { totalEnergy: { lowerWh: 4, upperWh: 4 } });
    expect(giveBack(store, new Map([[START, 2]]), START).after.energiesWh).toEqual([2, 2]);
  });
});
