import { describe, expect, it } from '@jest/globals';
import { anOffer } from '../testing/an-offer.js';
import { totalBoundsInOrder } from './total-bounds-in-order.js';

describe('totalBoundsInOrder', () => {
  it.each([undefined, { lowerWh: 5, upperWh: 5 }])('FM-01 accepts %j', (totalEnergy) => {
    const offer = { ...anOffer(), ...(totalEnergy === undefined ? {} : { totalEnergy }) };
    expect(totalBoundsInOrder(offer)).toEqual([]);
  });

  it.each([
    { lowerWh: 6, upperWh: 5 },
    { lowerWh: 0.5, upperWh: 5 },
  ])('FM-01 refuses %j', (totalEnergy) => {
    const paths = totalBoundsInOrder({ ...anOffer(), totalEnergy }).map(({ path }) => path);
    expect(paths).toEqual(['totalEnergyConstraint']);
  });
});
