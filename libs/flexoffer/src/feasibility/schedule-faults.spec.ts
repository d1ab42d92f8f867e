import { describe, expect, it } from '@jest/globals';
import { anOffer } from '../testing/an-offer.js';
import { scheduleFaults } from './schedule-faults.js';

const offer = anOffer({
  startAfter: 100,
  startBefore: 104,
  slices: [
    { minDuration: 1, maxDuration: 1, lowerWh: 0, upperWh: 1000 },
    { minDuration: 2, maxDuration: 2, lowerWh: 200, upperWh: 800 },
  ],
  totalEnergy: { lowerWh: 500, upperWh: 1500 },
});

describe('scheduleFaults', () => {
  it.each([100, 104])('FM-03 allows a feasible schedule at the end %d of the window', (start) => {
    expect(scheduleFaults(offer, { start, energiesWh: [300, 100, 400] })).toEqual([]);
  });

  it.each([99, 105, 100.5, Number.NaN])('FM-03 refuses a start at %d', (start) => {
    const faults = scheduleFaults(offer, { start, energiesWh: [300, 100, 400] });
    expect(faults).toEqual([
      { path: 'startTime', message: `starts in interval ${start}, outside the window 100 to 104` },
    ]);
  });

  it('FM-03 refuses another length than the profile', () => {
    expect(scheduleFaults(offer, { start: 100, energiesWh: [300, 300] })).toEqual([
      { path: 'scheduleSlices', message: 'has 2 intervals, but the profile has 3' },
    ]);
  });

  it('FM-03 names every interval and slice that is out of bounds', () => {
    expect(scheduleFaults(offer, { start: 100, energiesWh: [1001, 99, 0.5] })).toEqual([
      {
        path: 'scheduleSlices[0].energyAmount',
        message: 'interval 0 (slice 0): 1001 Wh is above the upper bound of 1000 Wh',
      },
      {
        path: 'scheduleSlices[1].energyAmount',
        message: 'interval 1 (slice 1): 99 Wh is below the lower bound of 100 Wh',
      },
      {
        path: 'scheduleSlices[2].energyAmount',
        message: 'interval 2 (slice 1): 0.5 Wh is not a whole number of watt-hours',
      },
    ]);
  });

  it.each([
    [[1000, 400, 101], 1501],
    [[0, 100, 399], 499],
  ])('FM-03 refuses a sum outside the total energy: %j', (energiesWh, sum) => {
    expect(scheduleFaults(offer, { start: 100, energiesWh })).toEqual([
      { path: 'scheduleSlices', message: `sums to ${sum} Wh, outside the total energy of 500 to 1500 Wh` },
    ]);
  });
});
