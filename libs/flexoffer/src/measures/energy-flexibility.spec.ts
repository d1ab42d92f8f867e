import { describe, expect, it } from '@jest/globals';
import { anOffer } from '../testing/an-offer.js';
import { energyExtent } from './energy-extent.js';
import { energyFlexibility } from './energy-flexibility.js';

const slice = { minDuration: 1, maxDuration: 1, lowerWh: 0, upperWh: 5000 };
const slices = [slice, slice, slice];
const flexibilityOf = (changes: object) =>
  energyFlexibility(energyExtent({ ...anOffer({ slices }), ...changes }));

describe('energyFlexibility', () => {
  it('FO-02 is the most less the least sum', () => {
    expect(flexibilityOf({})).toBe(15_000);
    expect(flexibilityOf({ totalEnergy: { lowerWh: 10_000, upperWh: 14_000 } })).toBe(4000);
    expect(flexibilityOf({ totalEnergy: { lowerWh: 10_000, upperWh: 99_000 } })).toBe(5000);
  });

  it('FO-02 counts only what running totals and dependency rows leave', () => {
    const runningTotal = [
      { lowerWh: 0, upperWh: 1000 },
      { lowerWh: 0, upperWh: 2000 },
      { lowerWh: 500, upperWh: 9000 },
    ];
    expect(flexibilityOf({ runningTotal })).toBe(6500);
    const store = { ...slice, dependency: [{ a: 1, b: 1, cWh: 7000 }] };
    expect(flexibilityOf({ slices: [store, store, store] })).toBe(7000);
  });
});
