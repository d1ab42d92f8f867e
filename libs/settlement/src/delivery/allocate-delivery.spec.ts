import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { IntervalOrder } from './allocate-delivery.js';
import { allocateDelivery } from './allocate-delivery.js';

const order = (tradeId: string, orderedWh: number): IntervalOrder => ({
  tradeId,
  flexOfferId: 'f',
  orderedWh,
});

const figures = (orders: readonly IntervalOrder[], realizedWh: number) =>
  allocateDelivery(orders, realizedWh).map((part) => [
    part.order.tradeId,
    part.realizedWh,
    part.deliveredWh,
    part.deficiencyWh,
  ]);

const ordersOf = (energies: fc.Arbitrary<number>) =>
  fc
    .array(energies, { minLength: 1, maxLength: 6 })
    .map((all) => all.map((wh, index) => order(`t${index}`, wh)));

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

describe('allocateDelivery', () => {
  it('ST-04 fills the orders in the order of their trade ids', () => {
    expect(figures([order('b', 4), order('a', 3)], 5)).toEqual([
      ['a', 3, 3, 0],
      ['b', 2, 2, 2],
    ]);
  });

  it('ST-04 the last order takes what is over and what goes the wrong way', () => {
    expect(figures([order('a', 3), order('b', 4)], 10)).toEqual([
      ['a', 3, 3, 0],
      ['b', 7, 4, 0],
    ]);
    expect(figures([order('a', 3), order('b', 4)], -2)).toEqual([
      ['a', 0, 0, 3],
      ['b', -2, 0, 6],
    ]);
  });

  it('ST-04 judges orders in both directions by their sum', () => {
    const both = [order('a', 5), order('b', -2)];
    expect(figures(both, 3)).toEqual([
      ['a', 5, 5, 0],
      ['b', -2, -2, 0],
    ]);
    expect(figures(both, 1)).toEqual([
      ['a', 3, 3, 2],
      ['b', -4, -2, 0],
    ]);
    expect(figures(both, 4)).toEqual([
      ['a', 6, 5, 0],
      ['b', -1, -1, 1],
    ]);
  });

  it('ST-04 leaves an order of nothing out of it', () => {
    expect(figures([order('a', 0), order('b', 2)], 3)).toEqual([
      ['b', 3, 2, 0],
      ['a', 0, 0, 0],
    ]);
  });

  it('ST-04 shares out exactly what was realised, whichever order the orders came in', () => {
    fc.assert(
      fc.property(
        ordersOf(fc.integer({ min: 1, max: 500 })),
        fc.integer({ min: -2000, max: 4000 }),
        (orders, wh) => {
          const parts = allocateDelivery(orders, wh);
          expect(sum(parts.map((part) => part.realizedWh))).toBe(wh);
          const ordered = sum(orders.map(({ orderedWh }) => orderedWh));
          expect(sum(parts.map((part) => part.deliveredWh))).toBe(Math.min(Math.max(wh, 0), ordered));
          expect(sum(parts.map((part) => part.deficiencyWh))).toBe(Math.max(0, ordered - wh));
          expect(allocateDelivery(orders.toReversed(), wh)).toEqual(parts);
        },
      ),
      { seed: 42, numRuns: 300 },
    );
  });

  it('ST-04 counts every Wh off the sum of mixed orders once', () => {
    fc.assert(
      fc.property(
        ordersOf(fc.integer({ min: -500, max: 500 })),
        fc.integer({ min: -4000, max: 4000 }),
        (orders, wh) => {
          const asked = sum(orders.map(({ orderedWh }) => orderedWh));
          const lacking = sum(allocateDelivery(orders, wh).map((part) => part.deficiencyWh));
          const less = orders.some(({ orderedWh }) => orderedWh > 0) ? Math.max(0, asked - wh) : 0;
          const more = orders.some(({ orderedWh }) => orderedWh < 0) ? Math.max(0, wh - asked) : 0;
          expect(lacking).toBe(less + more);
        },
      ),
      { seed: 42, numRuns: 300 },
    );
  });
});
