import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { arbitraryExactMembers, energySet } from '../testing/exact-members.js';
import { isFeasibleForAll, isSplitOf, profilesOfSum } from '../testing/exact-enumeration.js';
import { bestProfile } from './best-profile.js';
import { borderOf } from './border.js';
import { cheapestSplit } from './cheapest-split.js';
import { exactAggregate, type ExactAggregate } from './exact-aggregate.js';
import type { ExactMember } from './exact-member.js';
import { splitProfile, type ProfileProof } from './split-profile.js';

const small = arbitraryExactMembers({ members: 3, length: 3, energy: 2 });
/** Up to four members in up to four intervals, with narrower bounds. */
const wider = arbitraryExactMembers({ members: 4, length: 4, energy: 1 });
const runs = { seed: 42, numRuns: 1000 };

/** Every whole profile in a box one wider than the sums of bounds. */
function* profilesAround({ leastWh, mostWh }: ExactAggregate): Generator<Float64Array> {
  const profile = leastWh.map((least) => least - 1);
  for (;;) {
    yield Float64Array.from(profile);
    let interval = 0;
    while (interval < profile.length && profile[interval]! > mostWh[interval]!) {
      profile[interval] = leastWh[interval]! - 1;
      interval += 1;
    }
    if (interval === profile.length) return;
    profile[interval]! += 1;
  }
}

function proves(aggregate: ExactAggregate, profileWh: Float64Array, proof: ProfileProof): boolean {
  const { intervals, wantedWh, limit, limitWh } = proof;
  const { leastWh, mostWh } = borderOf(aggregate, intervals);
  const wanted = intervals.reduce((sum, at) => sum + profileWh[at - aggregate.firstInterval]!, 0);
  return (
    wanted === wantedWh &&
    (limit === 'most' ? limitWh === mostWh && wanted > mostWh : limitWh === leastWh && wanted < leastWh)
  );
}

function sumsOf(members: readonly ExactMember[], aggregate: ExactAggregate): Map<string, number> {
  return profilesOfSum(members, aggregate.firstInterval, aggregate.length);
}

function checkEveryProfile(members: readonly ExactMember[]): void {
  const aggregate = exactAggregate(members);
  const sums = sumsOf(members, aggregate);
  for (const profileWh of profilesAround(aggregate)) {
    const split = splitProfile(aggregate, profileWh);
    const right = split.ok
      ? sums.has(profileWh.join()) && isSplitOf(members, aggregate, profileWh, split.energiesWh)
      : !sums.has(profileWh.join()) && proves(aggregate, profileWh, split.proof);
    if (!right) throw new Error(`${profileWh.join()}: ${JSON.stringify(split)}`);
  }
}

describe('the exact sum, against enumeration', () => {
  it('FM-03 splits exactly the profiles that exist, and proves for every other one that it does not', () => {
    fc.assert(fc.property(small, checkEveryProfile), runs);
    fc.assert(fc.property(wider, checkEveryProfile), { seed: 42, numRuns: 40 });
  });

  it('has the borders that enumeration finds, for every set of intervals', () => {
    fc.assert(
      fc.property(small, (members) => {
        const aggregate = exactAggregate(members);
        const profiles = [...sumsOf(members, aggregate).keys()].map((key) => key.split(',').map(Number));
        for (let subset = 0; subset < 2 ** aggregate.length; subset += 1) {
          const inside = Array.from({ length: aggregate.length }, (_, index) => index).filter(
            (index) => (subset >> index) & 1,
          );
          const sums = profiles.map((profile) => inside.reduce((sum, index) => sum + profile[index]!, 0));
          expect(
            borderOf(
              aggregate,
              inside.map((index) => aggregate.firstInterval + index),
            ),
          ).toEqual({
            leastWh: sums.reduce((a, b) => Math.min(a, b)),
            mostWh: sums.reduce((a, b) => Math.max(a, b)),
          });
        }
      }),
      runs,
    );
  });

  it('has the best profile at any prices, already split', () => {
    const prices = fc.array(fc.integer({ min: -3, max: 3 }), { minLength: 4, maxLength: 4 });
    fc.assert(
      fc.property(small, prices, (members, given) => {
        const aggregate = exactAggregate(members);
        const ofIntervals = Float64Array.from(given.slice(0, aggregate.length));
        const best = bestProfile(aggregate, ofIntervals);
        let least = Infinity;
        for (const key of sumsOf(members, aggregate).keys())
          least = Math.min(
            least,
            key.split(',').reduce((sum, energy, index) => sum + Number(energy) * ofIntervals[index]!, 0),
          );
        expect(best.value).toBe(least);
        expect(isSplitOf(members, aggregate, best.profileWh, best.energiesWh)).toBe(true);
      }),
      runs,
    );
  });

  it('splits at the least cost', () => {
    fc.assert(
      fc.property(small, fc.nat(), (members, choice) => {
        const aggregate = exactAggregate(members);
        const sums = [...sumsOf(members, aggregate)];
        const [key, cost] = sums[choice % sums.length]!;
        const profileWh = Float64Array.from(key.split(','), Number);
        const split = cheapestSplit(aggregate, profileWh);
        if (!split.ok) throw new Error('a profile of the sum must split');
        expect(split.cost).toBe(cost);
        expect(isSplitOf(members, aggregate, profileWh, split.energiesWh)).toBe(true);
      }),
      runs,
    );
  });
});

describe('the sum of separate bounds and totals', () => {
  const members = [
    { id: 'a', start: 7, set: energySet([0, 0], [5, 5], [8, 10]) },
    { id: 'b', start: 7, set: energySet([0, 0], [1, 1]) },
  ];
  const aggregate = exactAggregate(members);

  it('FM-03 promises 6 and 2, which the members cannot do: refused with a proof', () => {
    expect(splitProfile(aggregate, Float64Array.of(6, 2))).toEqual({
      ok: false,
      proof: { intervals: [8], wantedWh: 2, limit: 'least', limitWh: 3 },
    });
    expect(borderOf(aggregate, [8])).toEqual({ leastWh: 3, mostWh: 6 });
  });

  it('and 6 and 3 can be done', () => {
    const split = splitProfile(aggregate, Float64Array.of(6, 3));
    expect(split.ok && isFeasibleForAll(members, aggregate, split.energiesWh)).toBe(true);
  });
});
