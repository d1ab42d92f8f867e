import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { arbitraryExactMembers, energySet } from '../testing/exact-members.js';
import { profilesOfMember } from '../testing/exact-enumeration.js';
import { exactAggregate } from './exact-aggregate.js';
import { blockSets } from './inner-blocks.js';
import { innerBoxes } from './inner-boxes.js';
import { innerOffer } from './inner-offer.js';
import { splitProfile } from './split-profile.js';

describe('a set inside the exact sum', () => {
  it('FM-03 promises only what splits, whichever way it was made', () => {
    const members = arbitraryExactMembers({ members: 4, length: 4, energy: 3 });
    fc.assert(
      fc.property(members, fc.nat(), (some, choice) => {
        const aggregate = exactAggregate(some);
        const boxes = innerBoxes(aggregate);
        const sets = [innerOffer(aggregate).set, boxes.set, ...blockSets(aggregate, boxes.lowerWh)];
        for (const set of sets) {
          const profiles = profilesOfMember({ id: 'inner', start: aggregate.firstInterval, set });
          expect(profiles.length).toBeGreaterThan(0);
          const profileWh = Float64Array.from(profiles[choice % profiles.length]!);
          expect(splitProfile(aggregate, profileWh).ok).toBe(true);
        }
      }),
      { seed: 42, numRuns: 1000 },
    );
  });

  it('keeps all of members that bound only single intervals', () => {
    const plain = (id: string) => ({ id, start: 3, set: energySet([-2, 0, 1], [5, 4, 1]) });
    const { set, kept } = innerOffer(exactAggregate([plain('a'), plain('b')]));
    expect(kept).toEqual({ intervals: 1, total: 1 });
    expect([...set.lowerWh, ...set.upperWh]).toEqual([-4, 0, 2, 10, 8, 2]);
  });

  it('keeps all of equal loads that must be on for one certain time', () => {
    const load = (id: string) => ({ id, start: 3, set: energySet([0, 0, 0, 0], [5, 5, 5, 5], [10, 10]) });
    const { set, kept } = innerOffer(exactAggregate([load('a'), load('b')]));
    expect(kept).toEqual({ intervals: 1, total: 1 });
    expect([set.runningLowerWh[3], set.runningUpperWh[3]]).toEqual([20, 20]);
  });
});
