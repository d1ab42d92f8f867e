import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Fault } from '../result.js';
import { MessageFields } from './message-fields.js';
import { readPrice, tariffsOf } from './read-price.js';

function priceOf(slice: Record<string, unknown>, sign: 'production-positive' | 'consumption-positive') {
  const faults: Fault[] = [];
  const price = readPrice(new MessageFields(slice, '', faults), sign);
  return faults.length === 0 ? price : faults;
}

describe('readPrice', () => {
  const slice = { tariffConstraint: { minTariff: -0.05, maxTariff: 0.34417258124766537 } };

  it('FO-01 reads maxTariff as the price of a positive change and -minTariff as that of a negative one', () => {
    expect(priceOf(slice, 'consumption-positive')).toEqual({ up: 344_173, down: 50_000 });
    expect(priceOf(slice, 'production-positive')).toEqual({ up: 50_000, down: 344_173 });
  });

  it('FO-01 reads the other names, absent sides and absent prices', () => {
    expect(priceOf({ priceConstraint: { minprice: '-0.1' } }, 'consumption-positive')).toEqual({
      up: 0,
      down: 100_000,
    });
    expect(priceOf({}, 'production-positive')).toBeUndefined();
  });

  it('FO-01 reads the older form: one price for both directions, or a price for each', () => {
    const bounds = { tariffConstraint: { lower: -0.1, upper: 0.2 } };
    expect(priceOf(bounds, 'consumption-positive')).toEqual({ up: 200_000, down: 100_000 });
    expect(priceOf({ costPerEnergyUnitLimit: 1.5, ...bounds }, 'production-positive')).toEqual({
      up: 1_500_000,
      down: 1_500_000,
    });
  });

  it('FO-01 refuses prices beyond reason', () => {
    expect(priceOf({ tariffConstraint: { maxTariff: 1e7 } }, 'consumption-positive')).toHaveLength(1);
  });

  it('FO-01 reads every micro-unit that it writes', () => {
    const micro = fc.integer({ min: -1_000_000_000_000, max: 1_000_000_000_000 });
    const sign = fc.constantFrom('production-positive' as const, 'consumption-positive' as const);
    fc.assert(
      fc.property(micro, micro, sign, (up, down, convention) => {
        const tariffConstraint = tariffsOf({ up, down }, convention);
        expect(priceOf({ tariffConstraint }, convention)).toEqual({ up, down });
      }),
      { seed: 42, numRuns: 1000 },
    );
  });
});
