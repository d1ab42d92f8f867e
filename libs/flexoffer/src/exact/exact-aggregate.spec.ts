import { describe, expect, it } from '@jest/globals';
import { energySet } from '../testing/exact-members.js';
import { exactAggregate, energiesOfMember, profileOf } from './exact-aggregate.js';
import { bestProfile } from './best-profile.js';
import { splitProfile } from './split-profile.js';

describe('taking members together', () => {
  const early = { id: 'early', start: 7, set: energySet([0, 0], [5, 5], [8, 10]) };
  const late = { id: 'late', start: 8, set: energySet([-1, 0], [1, 1]) };

  it('spans all members and narrows their bounds', () => {
    const aggregate = exactAggregate([late, early]);
    expect([aggregate.firstInterval, aggregate.length]).toEqual([7, 3]);
    expect([...aggregate.leastWh]).toEqual([3, 2, 0]);
    expect([...aggregate.mostWh]).toEqual([5, 6, 1]);
  });

  it('tells members apart', () => {
    const aggregate = exactAggregate([late, early]);
    const energiesWh = Float64Array.of(1, 0, 4, 5);
    expect([...energiesOfMember(aggregate, energiesWh, 1)]).toEqual([4, 5]);
    expect([...profileOf(aggregate, energiesWh)]).toEqual([4, 6, 0]);
  });

  it('knows the sum of nobody', () => {
    const nobody = exactAggregate([]);
    expect(splitProfile(nobody, new Float64Array(0))).toEqual({ ok: true, energiesWh: new Float64Array(0) });
  });

  it.each([
    ['bounds that nothing satisfies', { ...early, set: energySet([0], [5], [6, 7]) }],
    ['half a watt-hour', { ...early, set: energySet([0.5], [5]) }],
    ['bounds of different length', { ...early, set: { ...early.set, upperWh: Float64Array.of(1) } }],
    ['an owner who would pay for nothing', { ...early, price: { up: 1, down: -2 } }],
  ])('refuses %s', (_, member) => {
    expect(() => exactAggregate([late, member])).toThrow(RangeError);
  });

  it('refuses prices and profiles of another length', () => {
    const aggregate = exactAggregate([early]);
    expect(() => bestProfile(aggregate, Float64Array.of(1))).toThrow(RangeError);
    expect(() => splitProfile(aggregate, Float64Array.of(4.5, 4))).toThrow(RangeError);
  });
});
