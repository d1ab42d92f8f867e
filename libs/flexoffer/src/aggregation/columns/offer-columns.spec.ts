import { describe, expect, it } from '@jest/globals';
import { OfferColumns } from './offer-columns.js';

const placement = { category: 0, anchor: 100, before: 0, after: 4, offeredWh: 1 };
const profile = (lower: number, length = 1) => ({
  lowerWh: new Array<number>(length).fill(lower),
  defaultWh: new Array<number>(length).fill(lower),
  upperWh: new Array<number>(length).fill(lower + 1),
});

describe('OfferColumns', () => {
  it('gives the slots of offers that are gone to later ones', () => {
    const columns = new OfferColumns();
    expect([1, 2, 3].map((lower) => columns.add(placement, profile(lower)))).toEqual([0, 1, 2]);
    columns.remove(1);
    expect(columns.add(placement, profile(9, 2))).toBe(1);
    expect(columns.length.subarray(0, 3)).toEqual(Int32Array.of(1, 2, 1));
  });

  it('needs memory for the offers that are there, not for those that ever were', () => {
    const columns = new OfferColumns();
    const stays = columns.add(placement, profile(7, 3));
    for (let round = 0; round < 10_000; round += 1)
      columns.remove(columns.add(placement, profile(round, 20)));
    expect(columns.energies.length).toBeLessThan(3 * 20_000);
    const from = 3 * (columns.offset[stays] ?? -1);
    expect(columns.energies.subarray(from, from + 9)).toEqual(Int32Array.of(7, 7, 8, 7, 7, 8, 7, 7, 8));
  });

  it.each([
    ['no interval', profile(1, 0)],
    ['a part of a watt-hour', profile(0.5)],
    ['more than 32 bits hold', profile(2 ** 31)],
  ])('refuses %s', (_, wrong) => {
    expect(() => new OfferColumns().add(placement, wrong)).toThrow(RangeError);
  });
});
