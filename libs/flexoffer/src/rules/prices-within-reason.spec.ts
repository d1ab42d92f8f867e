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
});
