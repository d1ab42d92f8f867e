import { describe, expect, it } from '@jest/globals';
import { anOffer } from '../testing/an-offer.js';
import { totalReachable } from './total-reachable.js';

describe('totalReachable', () => {
  const offerOf = (lowerWh: number, upperWh: number) => ({
    ...anOffer({
      slices: [
        { minDuration: 1, maxDuration: 1, lowerWh: 10, upperWh: 100 },
        { minDuration: 2, maxDuration: 2, lowerWh: -5, upperWh: 50 },
      ],
    }),
    totalEnergy: { lowerWh, upperWh },
  });

  it.each([
    [-100, 5],
    [150, 900],
    [20, 30],
  ])('FM-01 accepts %d to %d Wh', (lowerWh, upperWh) => {
    expect(totalReachable(offerOf(lowerWh, upperWh))).toEqual([]);
  });

  it.each([
    [-100, 4],
    [151, 900],
  ])('FM-01 refuses %d to %d Wh', (lowerWh, upperWh) => {
    expect(totalReachable(offerOf(lowerWh, upperWh))).toEqual([
      { path: 'totalEnergyConstraint', message: 'is out of reach of the slices, which sum to 5 to 150 Wh' },
    ]);
  });

  it('FM-01 has nothing to say without a total', () => {
    expect(totalReachable(anOffer())).toEqual([]);
  });
});
