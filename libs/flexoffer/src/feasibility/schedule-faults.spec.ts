import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { anOffer } from '../testing/an-offer.js';
import { allFeasible, allInUnits, areSame, smallOffer } from '../testing/small-offers.js';
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

  it('FM-03 names the start, the bounds and the sum at once', () => {
    const paths = scheduleFaults(offer, { start: 7, energiesWh: [1500, 100, 400] }).map(({ path }) => path);
    expect(paths).toEqual(['startTime', 'scheduleSlices[0].energyAmount', 'scheduleSlices']);
  });

  it('FM-03 allows every duration of a slice, and splits its bounds over it', () => {
    const slices = [{ minDuration: 1, maxDuration: 3, lowerWh: 0, upperWh: 9 }];
    const variable = anOffer({ startAfter: 100, slices });
    expect(scheduleFaults(variable, { start: 100, energiesWh: [3, 3, 3], durations: [3] })).toEqual([]);
    expect(scheduleFaults(variable, { start: 100, energiesWh: [9] })).toEqual([]);
    expect(scheduleFaults(variable, { start: 100, energiesWh: [5, 4] })).toEqual([
      { path: 'scheduleSlices', message: 'has 2 intervals, but the profile has 1' },
    ]);
    expect(scheduleFaults(variable, { start: 100, energiesWh: [4, 4, 1], durations: [3] })).toEqual([
      {
        path: 'scheduleSlices[0].energyAmount',
        message: 'interval 0 (slice 0): 4 Wh is above the upper bound of 3 Wh',
      },
      {
        path: 'scheduleSlices[1].energyAmount',
        message: 'interval 1 (slice 0): 4 Wh is above the upper bound of 3 Wh',
      },
    ]);
  });

  it.each([
    [[4, 1], 'durations[0]', 'slice 0 lasts 4 intervals, not 1 to 3'],
    [[1.5, 1], 'durations[0]', 'slice 0 lasts 1.5 intervals, not 1 to 3'],
    [[1], 'durations', 'has 1 durations, but the profile has 2 slices'],
  ])('FM-03 refuses the durations %j', (durations, path, message) => {
    const slices = [3, 1].map((maxDuration) => ({ minDuration: 1, maxDuration, lowerWh: 0, upperWh: 9 }));
    const variable = anOffer({ startAfter: 100, slices });
    const faults = scheduleFaults(variable, { start: 100, energiesWh: [1, 1], durations });
    expect(faults).toEqual([{ path, message }]);
  });

  it('FO-02 FM-03 names every running total and dependency row that is broken', () => {
    const slice = { minDuration: 1, maxDuration: 1, lowerWh: -1000, upperWh: 1000 };
    const store = anOffer({
      startAfter: 100,
      slices: [
        slice,
        {
          ...slice,
          dependency: [
            { a: 1, b: 0, cWh: 0 },
            { a: 0.5, b: -1, cWh: 600 },
            { a: 1, b: 1, cWh: 99.9995 },
          ],
        },
      ],
      runningTotal: [
        { lowerWh: -500, upperWh: 500 },
        { lowerWh: 0, upperWh: 700 },
      ],
    });
    expect(scheduleFaults(store, { start: 100, energiesWh: [0, 100] })).toEqual([]);
    expect(scheduleFaults(store, { start: 100, energiesWh: [600, -700] })).toEqual([
      {
        path: 'scheduleSlices[0].energyAmount',
        message: 'at the end of slice 0: the running total is 600 Wh, outside -500 to 500 Wh',
      },
      {
        path: 'scheduleSlices[1].energyAmount',
        message: 'at the end of slice 1: the running total is -100 Wh, outside 0 to 700 Wh',
      },
      {
        path: 'scheduleSlices[1].energyAmount',
        message:
          'at the end of slice 1: 1 * 600 Wh + 0 * -700 Wh is above the 0 Wh of dependency row 0 (at most 0.001 Wh)',
      },
      {
        path: 'scheduleSlices[1].energyAmount',
        message:
          'at the end of slice 1: 0.5 * 600 Wh + -1 * -700 Wh is above the 600 Wh of dependency row 1 (at most 600.0015 Wh)',
      },
    ]);
  });

  it('FO-02 FM-03 allows exactly what the definition of all kinds together allows', () => {
    fc.assert(
      fc.property(smallOffer('general'), ({ offer: small, durations }) => {
        const allowed = allInUnits(small, durations).filter(
          (energiesWh) =>
            scheduleFaults(small, { start: small.startAfter, energiesWh, durations }).length === 0,
        );
        expect(areSame(allowed, allFeasible(small, durations))).toBe(true);
      }),
      { seed: 42, numRuns: 1500 },
    );
  });
});
