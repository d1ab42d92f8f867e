import { describe, expect, it } from '@jest/globals';
import { anOffer } from '../testing/an-offer.js';
import { pricesWithinReason } from './prices-within-reason.js';

describe('pricesWithinReason', () => {
  it.each([-10_000_000, 0, 1_000_000_000])('FM-01 accepts %d', (micro) => {
    expect(pricesWithinReason(anOffer({ price: { up: micro, down: micro } }))).toEqual([]);
  });

  it.each([-10_000_001, 1_000_000_001, 0.5, Number.NaN])('FM-01 refuses %d', (micro) => {
    expect(pricesWithinReason(anOffer({ price: { up: micro, down: 0 } }))).toHaveLength(1);
    expect(pricesWithinReason(anOffer({ price: { up: 0, down: micro } }))).toHaveLength(1);
  });

  it('FM-01 refuses the price of a single slice and names it', () => {
    const [first, second] = anOffer().slices;
    if (first === undefined || second === undefined) throw new Error('the example has two slices');
    const slices = [first, { ...second, price: { up: 0, down: 1_000_000_001 } }];
    expect(pricesWithinReason(anOffer({ slices }))).toEqual([
      {
        path: 'flexOfferProfileConstraints[1].tariffConstraint',
        message: 'asks for down regulation 1000.000001 per kWh, outside -10 to 1000',
      },
    ]);
  });
});
