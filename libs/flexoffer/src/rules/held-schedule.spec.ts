import { describe, expect, it } from '@jest/globals';
import type { FlexOffer, Schedule } from '../flex-offer.js';
import { anOffer } from '../testing/an-offer.js';
import { heldSchedule } from './held-schedule.js';

const offer = anOffer();
const late = { start: offer.startBefore + 1, energiesWh: [0, 2001] };
const pathsOf = (changes: Partial<FlexOffer>, schedule: Schedule = late) =>
  heldSchedule({ ...offer, ...changes }, schedule, 'defaultSchedule').map(({ path }) => path);
const start = 'defaultSchedule.startTime';
const energy = 'defaultSchedule.scheduleSlices[1].energyAmount';

describe('heldSchedule', () => {
  it('FM-01 names what is not feasible', () => {
    expect(pathsOf({})).toEqual([start, energy]);
  });

  it.each([
    ['a window out of order', { startBefore: offer.startAfter - 1 }],
    ['a start that is no time', { startAfter: Number.NaN }],
  ])('FM-01 holds no schedule against %s, but against the slices', (_, changes) => {
    expect(pathsOf(changes)).toEqual([energy]);
  });

  it('FM-01 holds a schedule against the window although another time is broken', () => {
    expect(pathsOf({ creation: Number.NaN })).toEqual([start, energy]);
  });

  it('FM-01 holds no schedule against broken slices', () => {
    const slices = [{ minDuration: 1, maxDuration: 1, lowerWh: 5, upperWh: 0 }];
    expect(pathsOf({ slices })).toEqual([]);
  });

  const feasible = offer.defaultSchedule;

  it('FM-01 holds a schedule against a total in reach, not against another', () => {
    expect(pathsOf({ totalEnergy: { lowerWh: 10, upperWh: 3000 } }, feasible)).toHaveLength(1);
    expect(pathsOf({ totalEnergy: { lowerWh: 3001, upperWh: 3002 } }, feasible)).toEqual([]);
    expect(pathsOf({ totalEnergy: { lowerWh: Number.NaN, upperWh: 3002 } }, feasible)).toEqual([]);
  });

  it('FM-01 holds a schedule against running totals in reach, not against others', () => {
    const after = (lowerWh: number) => [
      { lowerWh, upperWh: 9000 },
      { lowerWh, upperWh: 9000 },
    ];
    expect(pathsOf({ runningTotal: after(10) }, feasible)).not.toEqual([]);
    expect(pathsOf({ runningTotal: after(1001) }, feasible)).toEqual([]);
  });

  it('FM-01 holds a schedule against a polygon, not against an empty one', () => {
    const dependent = (cWh: number) =>
      offer.slices.map((slice) => ({ ...slice, dependency: [{ a: 0, b: -1, cWh }] }));
    expect(pathsOf({ slices: dependent(-10) }, feasible)).not.toEqual([]);
    expect(pathsOf({ slices: dependent(-3000) }, feasible)).toEqual([]);
  });
});
