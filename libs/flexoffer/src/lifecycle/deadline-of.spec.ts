import { describe, expect, it } from '@jest/globals';
import { anOffer } from '../testing/an-offer.js';
import { instantOf } from '../time.js';
import { deadlineOf } from './deadline-of.js';
import { LIFE_CYCLE_TABLE } from './life-cycle-table.js';

const schedule = { start: 1_964_002, energiesWh: [300, 0] };
const offer = anOffer({ schedule });

describe('deadlineOf', () => {
  it.each([
    ['initial', offer.acceptanceBefore, 'canceled'],
    ['offered', offer.acceptanceBefore, 'rejected'],
    ['accepted', offer.assignmentBefore, 'rejected'],
  ] as const)('FO-05 ends the wait of an %s offer at %d: %s', (state, at, to) => {
    expect(deadlineOf({ ...offer, state })).toEqual({ at, to });
  });

  it('FO-05 executes an assigned offer at the end of its whole schedule, not of its first slice', () => {
    expect(deadlineOf({ ...offer, state: 'assigned' })).toEqual({ at: instantOf(1_964_004), to: 'executed' });
  });

  it('FO-05 counts the longer slices of a schedule with durations of its own', () => {
    const slices = [{ minDuration: 1, maxDuration: 4, lowerWh: 0, upperWh: 900 }];
    const longer = { start: 1_964_001, energiesWh: [100, 100, 100], durations: [3] };
    const assigned = anOffer({ state: 'assigned', slices, schedule: longer });
    expect(deadlineOf(assigned)?.at).toBe(instantOf(1_964_004));
  });

  it('FO-05 leaves an offer assigned while it runs: in its first, its middle and its last interval', () => {
    const end = deadlineOf({ ...offer, state: 'assigned' })?.at ?? 0;
    for (const running of [instantOf(1_964_002), instantOf(1_964_003), instantOf(1_964_004) - 1])
      expect(running).toBeLessThan(end);
  });

  it('FO-05 takes the default schedule for an assigned offer without one of its own', () => {
    const { start, energiesWh } = anOffer().defaultSchedule;
    expect(deadlineOf(anOffer({ state: 'assigned' }))?.at).toBe(instantOf(start + energiesWh.length));
  });

  it.each(LIFE_CYCLE_TABLE.final)('FO-05 has nothing to wait for when an offer is %s', (state) => {
    expect(deadlineOf({ ...offer, state })).toBeUndefined();
  });
});
