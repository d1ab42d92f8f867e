import { describe, expect, it } from '@jest/globals';
import { anOffer } from '../testing/an-offer.js';
import { energyExtent } from './energy-extent.js';

const slice = { minDuration: 1, maxDuration: 1, lowerWh: 0, upperWh: 5 };

describe('energyExtent', () => {
  it('FO-02 is tight in every interval and in the sum', () => {
    const offer = {
      ...anOffer({ slices: [slice, { ...slice, upperWh: 20 }] }),
      totalEnergy: { lowerWh: 22, upperWh: 99 },
    };
    expect(energyExtent(offer)).toEqual({
      units: { lowerWh: [2, 17], upperWh: [5, 20] },
      total: { lowerWh: 22, upperWh: 25 },
    });
  });

  it('FO-02 has nothing to measure where nothing is feasible', () => {
    const offer = { ...anOffer({ slices: [slice] }), totalEnergy: { lowerWh: 6, upperWh: 9 } };
    expect(() => energyExtent(offer)).toThrow('FlexOffer fo-1 has no feasible schedule');
  });
});
