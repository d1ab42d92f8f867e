import { describe, expect, it } from '@jest/globals';
import { anOffer } from '../testing/an-offer.js';
import { defaultScheduleFeasible } from './default-schedule-feasible.js';

describe('defaultScheduleFeasible', () => {
  it('FM-01 accepts a feasible one', () => {
    const { defaultSchedule } = anOffer();
    expect(defaultScheduleFeasible(anOffer({ defaultSchedule: defaultSchedule }))).toEqual([]);
  });

  it('FM-01 names what is not feasible', () => {
    const offer = anOffer();
    const defaultSchedule = { start: offer.startBefore + 1, energiesWh: [0, 2001] };
    expect(defaultScheduleFeasible({ ...offer, defaultSchedule }).map(({ path }) => path)).toEqual([
      'defaultSchedule.startTime',
      'defaultSchedule.scheduleSlices[1].energyAmount',
    ]);
  });

  it('FM-01 leaves a profile that cannot be laid out to the rules about slices', () => {
    const slices = [{ minDuration: 1e9, maxDuration: 1e9, lowerWh: 0, upperWh: 1 }];
    const { defaultSchedule } = anOffer();
    expect(defaultScheduleFeasible({ ...anOffer(), slices, defaultSchedule: defaultSchedule })).toEqual([]);
  });
});
