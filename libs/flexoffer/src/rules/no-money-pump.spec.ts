import { describe, expect, it } from '@jest/globals';
import { anOffer } from '../testing/an-offer.js';
import { noMoneyPump } from './no-money-pump.js';

const slice = { minDuration: 1, maxDuration: 1, lowerWh: 0, upperWh: 5 };

describe('noMoneyPump', () => {
  it.each([
    { up: 0, down: 0 },
    { up: 30_000, down: -30_000 },
    { up: -50_000, down: 50_001 },
  ])('FM-01 accepts %j', (price) => {
    expect(noMoneyPump(anOffer({ price }))).toEqual([]);
  });

  it.each([
    { up: -1, down: 0 },
    { up: 30_000, down: -30_001 },
  ])('FM-01 refuses %j', (price) => {
    expect(noMoneyPump(anOffer({ price })).map(({ path }) => path)).toEqual([
      'flexOfferProfileConstraints[0].tariffConstraint',
    ]);
  });

  it('FM-01 looks at each slice by itself: up in one and down in another is a shift, which may be paid for', () => {
    const cheap = { ...slice, price: { up: -50_000, down: 60_000 } };
    const dear = { ...slice, price: { up: 60_000, down: -50_000 } };
    expect(noMoneyPump(anOffer({ slices: [cheap, dear] }))).toEqual([]);
    const pump = { ...slice, price: { up: -50_000, down: 40_000 } };
    expect(noMoneyPump(anOffer({ slices: [cheap, pump] }))).toEqual([
      {
        path: 'flexOfferProfileConstraints[1].tariffConstraint',
        message: 'asks -0.05 per kWh up and 0.04 down, together less than nothing',
      },
    ]);
  });

  it.each([Number.NaN, -Infinity, -20_000_000])('FM-01 leaves a price of %d to its own rule', (up) => {
    expect(noMoneyPump(anOffer({ price: { up, down: 0 } }))).toEqual([]);
  });
});
