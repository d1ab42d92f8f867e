import { describe, expect, it } from '@jest/globals';
import { anOffer } from '../testing/an-offer.js';
import { pricesOf } from './prices-of.js';

const slice = { minDuration: 1, maxDuration: 1, lowerWh: 0, upperWh: 5 };
const own = { up: 1, down: 2 };
const placesOf = (...slices: (typeof slice & { price?: typeof own })[]) =>
  pricesOf({ ...anOffer(), slices }).map(({ price, path }) => `${price === own ? 'own' : 'common'} ${path}`);

describe('pricesOf', () => {
  it('FM-01 tells the common price at the first slice that has none of its own', () => {
    expect(placesOf(slice, slice)).toEqual(['common flexOfferProfileConstraints[0].tariffConstraint']);
    expect(placesOf({ ...slice, price: own }, slice)).toEqual([
      'common flexOfferProfileConstraints[1].tariffConstraint',
      'own flexOfferProfileConstraints[0].tariffConstraint',
    ]);
  });

  it('FM-01 tells it at the first slice where no slice uses it, or there is none', () => {
    const first = 'flexOfferProfileConstraints[0].tariffConstraint';
    expect(placesOf({ ...slice, price: own })).toEqual([`common ${first}`, `own ${first}`]);
    expect(placesOf()).toEqual([`common ${first}`]);
  });
});
