import { describe, expect, it } from '@jest/globals';
import { anOffer } from '../testing/an-offer.js';
import { scheduleFeasible } from './schedule-feasible.js';

describe('scheduleFeasible', () => {
  it('FM-01 accepts a feasible one', () => {
    const { defaultSchedule } = anOffer();
    expect(scheduleFeasible(anOffer({ schedule: defaultSchedule }))).toEqual([]);
  });

  it('FM-01 names what is not feasible', () => {
    const offer = anOffer();
    const schedule = { start: offer.startBefore + 1, energiesWh: [0, 2001] };
    expect(scheduleFeasible({ ...offer, schedule }).map(({ path }) => path)).toEqual([
      'flexOfferSchedule.startTime',
      'flexOfferSchedule.scheduleSlices[1].energyAmount',
    ]);
  });

  it('FM-01 leaves a profile that cannot be laid out to the rules about slices', () => {
    const slices = [{ minDuration: 1e9, maxDuration: 1e9, lowerWh: 0, upperWh: 1 }];
    const { defaultSchedule } = anOffer();
    expect(scheduleFeasible({ ...anOffer(), slices, schedule: defaultSchedule })).toEqual([]);
  });

  it('FM-01 has nothing to say without a schedule', () => {
    expect(scheduleFeasible(anOffer())).toEqual([]);
  });
});
