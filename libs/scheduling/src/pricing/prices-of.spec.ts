import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { PricingPolicy } from '../clearing.js';
import type { Match } from './match.js';
import { pricesOf } from './prices-of.js';

const POLICIES: readonly PricingPolicy[] = ['pay-as-bid', 'pay-as-clear', 'mid-point'];
const aMatch = (changes: Partial<Match> = {}): Match => ({
  buyOrderId: 'b1',
  sellOrderId: 's1',
  gridNode: 'z.a',
  interval: 1,
  changeWh: 100,
  bid: 300,
  ask: 100,
  transferPrice: 20,
  ...changes,
});
const matches = [
  aMatch(),
  aMatch({ ask: 201, transferPrice: 0 }),
  aMatch({ ask: 250, interval: 2 }),
  aMatch({ bid: 150 }),
  aMatch({ gridNode: 'z.b' }),
];

describe('pricesOf', () => {
  it.each<[PricingPolicy, number[]]>([
    ['pay-as-bid', [100, 201, 250, 100, 100]],
    ['pay-as-clear', [181, 201, 250, 130, 100]],
    ['mid-point', [190, 250, 265, 115, 190]],
  ])('MK-01 prices %s', (policy, prices) => {
    expect(pricesOf(matches, policy)).toEqual(prices);
  });

  it.each(POLICIES)('MK-01 %s lets nobody lose, whatever is matched', (policy) => {
    const arbitraryMatch = fc
      .record({
        gridNode: fc.constantFrom('z', 'z.a'),
        interval: fc.constantFrom(1, 2),
        changeWh: fc.constantFrom(-5, 7),
        ask: fc.integer({ min: -100, max: 100 }),
        transferPrice: fc.nat(50),
        gain: fc.nat(100),
      })
      .map(({ gain, ...rest }) => aMatch({ ...rest, bid: rest.ask + rest.transferPrice + gain }));
    fc.assert(
      fc.property(fc.array(arbitraryMatch, { maxLength: 12 }), (given) => {
        pricesOf(given, policy).forEach((price, index) => {
          const match = given[index];
          expect(Number.isSafeInteger(price)).toBe(true);
          expect(price).toBeGreaterThanOrEqual(match?.ask ?? NaN);
          expect(price + (match?.transferPrice ?? NaN)).toBeLessThanOrEqual(match?.bid ?? NaN);
        });
      }),
      { seed: 42, numRuns: 1000 },
    );
  });
});
